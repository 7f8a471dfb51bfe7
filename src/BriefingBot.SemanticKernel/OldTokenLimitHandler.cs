using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace BriefingBot.SemanticKernel;

/// <summary>
/// Calls the limit of a reply by its first name. Semantic Kernel's OpenAI connector only knows the second, which OpenAI introduced in 2024 and other
/// servers of the same protocol leave unread: their replies would have no limit.
/// </summary>
internal sealed class OldTokenLimitHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string New = "max_completion_tokens";
    private const string Old = "max_tokens";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content && JsonNode.Parse(await content.ReadAsStringAsync(cancellationToken)) is JsonObject body && body.Remove(New, out var limit))
        {
            body[Old] = limit;
            request.Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json"));
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
