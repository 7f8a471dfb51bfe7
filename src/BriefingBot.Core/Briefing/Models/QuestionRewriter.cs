using BriefingBot.Core.Prompts;
using Microsoft.Extensions.AI;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>Makes a follow-up question stand on its own. What it gives is only searched for and shown, never posted as an answer.</summary>
public sealed class QuestionRewriter(IChatClient client, PromptCatalog prompts, ModelSettings settings, TimeProvider time)
{
    private const int Longest = 400;
    private const int OutputTokens = 120;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Null where the model fails or gives no question; the caller then rewrites by rule.</summary>
    /// <param name="turns">Earlier questions and answers, oldest first.</param>
    /// <param name="question">The follow-up.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    public async Task<string?> RewriteAsync(IReadOnlyList<string> turns, string question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turns);
        ArgumentNullException.ThrowIfNull(question);
        var body = string.Join('\n', turns.Select((turn, i) => $"[{i + 1}] {FencedText.Line(turn)}"));
        var prompt = prompts.Find(PromptKind.Rewrite).Fill(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["fence"] = FencedText.Fence(body),
            ["turns"] = body,
            ["question"] = FencedText.Line(question),
        });
        using var timeout = new CancellationTokenSource(settings.Timeout < Patience ? settings.Timeout : Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var options = new ChatOptions { Temperature = 0, MaxOutputTokens = OutputTokens };
            var response = await client.GetResponseAsync(ModelDrafting.Messages(prompt.Instructions, prompt.Request), options, either.Token);
            return Usable(response.Text);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception fault) when (fault is ModelException || timeout.IsCancellationRequested)
        {
            return null;
        }
    }

    private static string? Usable(string? text)
    {
        var line = FencedText.Line((text ?? "").Trim().Split('\n')[0]).Trim('"', '“', '”', '*', ' ');
        return line.Length is > 0 and <= Longest && !line.Contains("://", StringComparison.Ordinal) && !line.Contains('@', StringComparison.Ordinal) ? line : null;
    }
}
