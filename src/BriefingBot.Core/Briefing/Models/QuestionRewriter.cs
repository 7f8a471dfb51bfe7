using BriefingBot.Core.Prompts;
using BriefingBot.Core.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>Makes a follow-up question stand on its own. What it gives is only searched for and shown, never posted as an answer.</summary>
public sealed partial class QuestionRewriter(IChatClient client, PromptCatalog prompts, ModelSettings settings, TimeProvider time, ILogger<QuestionRewriter> logger)
{
    private const int Longest = 400;
    private const int OutputTokens = 120;

    /// <summary>One word in so many may be new.</summary>
    private const int NewWords = 3;
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
            return Usable(response.Text, body + "\n" + question);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception fault)
        {
            // The edge to the model: whatever it throws, there is a rule to fall back on.
            LogFault(fault, settings.Name);
            return null;
        }
    }

    private static string? Usable(string? text, string known)
    {
        var line = FencedText.Line((text ?? "").Trim().Split('\n')[0]).Trim('"', '“', '”', '*', ' ');
        return line.Length is > 0 and <= Longest && !line.Contains("://", StringComparison.Ordinal) && !line.Contains('@', StringComparison.Ordinal) && AddsNothing(line, known) ? line : null;
    }

    /// <summary>
    /// The question is shown, and the library is searched for it: every name and number in it must stand in the conversation, and most of its words.
    /// </summary>
    private static bool AddsNothing(string line, string known)
    {
        var there = Analyser.Analyse(known, null).Select(term => term.Word).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var terms = Analyser.Analyse(line, null);
        var added = terms.Where(term => !there.Contains(term.Word)).ToList();
        return added.TrueForAll(term => term.Kind == TermKind.Word) && added.Count * NewWords <= terms.Count;
    }

    [LoggerMessage(1, LogLevel.Warning, "{Model} could not rewrite a follow-up question.")]
    private partial void LogFault(Exception fault, string model);
}
