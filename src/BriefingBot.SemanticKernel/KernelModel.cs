namespace BriefingBot.SemanticKernel;

/// <summary>The model a connector is opened for.</summary>
/// <param name="Endpoint">Base address of the model's server.</param>
/// <param name="Name">What the server calls the model.</param>
/// <param name="ApiKey">Null for servers that ask for none.</param>
/// <param name="OldTokenLimit">Whether the server knows the limit of a reply by its first name, <c>max_tokens</c>, only; all but OpenAI and Azure do.</param>
/// <param name="TakesTemperature">Whether the model takes a temperature; those that think before they write take none.</param>
public sealed record KernelModel(Uri Endpoint, string Name, string? ApiKey, bool OldTokenLimit, bool TakesTemperature = true);
