using Microsoft.Extensions.Options;

namespace BriefingBot.Llm;

/// <summary>The model that writes briefs; without an endpoint there is none, and nothing here matters.</summary>
internal sealed class ModelOptions
{
    public const string Section = "Model";

    /// <summary>Base address of an OpenAI-compatible server, usually ending in /v1; null: no model.</summary>
    public string? Endpoint { get; set; }

    /// <summary>What the server calls the model; on Azure the deployment.</summary>
    public string? Name { get; set; }

    /// <summary>Null for servers that ask for none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Tokens of a request and its reply together.</summary>
    public int ContextTokens { get; set; } = 8192;

    /// <summary>Tokens of a reply.</summary>
    public int OutputTokens { get; set; } = 700;

    /// <summary>A brief that is not written by then is not waited for.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Tokens the model may take in a day (UTC); null: as many as it likes.</summary>
    public long? DailyTokens { get; set; }

    public bool IsSet => !string.IsNullOrWhiteSpace(Endpoint);

    /// <summary>Whether OpenAI or Azure runs the model; other servers of the same protocol know its first version only.</summary>
    public bool Hosted => Uri.TryCreate(Endpoint, UriKind.Absolute, out var address)
        && (address.Host.EndsWith("openai.com", StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith("azure.com", StringComparison.OrdinalIgnoreCase));

    /// <summary>Models that think before they write take no temperature.</summary>
    public bool TakesTemperature => !(Hosted && Name is { } name && (name.StartsWith('o') || name.StartsWith("gpt-5", StringComparison.OrdinalIgnoreCase)));

    internal sealed class Validator : IValidateOptions<ModelOptions>
    {
        public ValidateOptionsResult Validate(string? name, ModelOptions options)
        {
            if (!options.IsSet) return ValidateOptionsResult.Success;
            var faults = Faults(options).ToList();
            return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
        }

        private static IEnumerable<string> Faults(ModelOptions options)
        {
            if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                yield return $"Model:Endpoint is \"{options.Endpoint}\": it must be an address such as http://127.0.0.1:11434/v1";
            if (string.IsNullOrWhiteSpace(options.Name)) yield return "Model:Name is missing: name the model the server at Model:Endpoint shall use";
            if (options.OutputTokens is < 50 or > 100_000) yield return $"Model:OutputTokens is {options.OutputTokens}: it must lie between 50 and 100000";
            if (options.ContextTokens < options.OutputTokens + 1000) yield return $"Model:ContextTokens is {options.ContextTokens}: it must exceed Model:OutputTokens by at least 1000";
            if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(30)) yield return $"Model:Timeout is {options.Timeout}: it must lie between 00:00:01 and 00:30:00";
            if (options.DailyTokens is < 1) yield return $"Model:DailyTokens is {options.DailyTokens}: it must be at least 1, or left out";
        }
    }
}
