using BriefingBot.Core.Libraries;
using BriefingBot.Core.Prompts;
using BriefingBot.Core.Retrieval;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>
/// Writes a brief with a model. Every sentence is held against the passages before anybody sees it, and the extractive brief it is given stands
/// wherever the model fails.
/// </summary>
public sealed partial class ModelWriter(IChatClient client, PromptCatalog prompts, ModelSettings settings, TimeProvider time, ILogger<ModelWriter> logger)
{
    private const int ShortSentences = 1;
    private const int Sentences = 5;
    private const int LongSentences = 8;

    /// <summary>A first text without a single claim is asked for once more.</summary>
    private const int Attempts = 2;
    private const int LeastPassageTokens = 200;
    private const int LongestQuestion = 2000;

    /// <summary>The name answers give as their writer.</summary>
    public string Name => settings.Name;

    /// <param name="library">Read again for the citations.</param>
    /// <param name="brief">The extractive brief.</param>
    /// <param name="material">What it was made from.</param>
    /// <param name="length">How much is wanted.</param>
    /// <param name="said">Told every sentence as it is verified; null: nobody.</param>
    /// <param name="cancellationToken">Stops the request on the wire.</param>
    internal async Task<Answer> WriteAsync(
        LibraryFile library, Answer brief, BriefMaterial material, BriefLength length, Action<SpokenClaim>? said, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var most = length switch { BriefLength.Short => ShortSentences, BriefLength.Brief => LongSentences, _ => Sentences };
        var template = prompts.Find(PromptKind.Answer);
        var question = FencedText.Line(brief.RewrittenQuestion ?? brief.Question);
        question = question[..Math.Min(question.Length, LongestQuestion)];
        var room = settings.ContextTokens - settings.OutputTokens - TokenEstimate.Of(Fill("", "", question).Instructions) - TokenEstimate.Of(question);
        var packed = PassagePacker.Pack(material.Retrieved.Passages, Math.Max(LeastPassageTokens, room));
        var prompt = Fill(packed.Fence, packed.Body, question);
        var run = new ModelRun(new ClaimSieve(packed), most, said);
        var fault = await AskAsync(run, prompt, cancellationToken);
        LogWritten(settings.Name, run.Claims.Count, run.Sieve.Withheld.Count, fault ?? "");
        foreach (var withheld in run.Sieve.Withheld)
            LogWithheld(withheld.Reason);
        var written = time.GetElapsedTime(started).TotalMilliseconds;
        var answer = run.Claims.Count == 0 ? null : library.Read(session => ModelBrief.Compose(session, brief, run, material.Draft.Differ));
        answer ??= brief with { Notes = [.. brief.Notes, $"Quoted without a model: {fault ?? "the model wrote nothing the passages support"}."] };
        if (fault is not null && run.Claims.Count > 0 && answer.Sentences != brief.Sentences)
            answer = answer with { Notes = [.. answer.Notes, $"Not finished: {fault}."] };
        var timings = brief.Timings with { WriteMs = brief.Timings.WriteMs + written, TotalMs = brief.Timings.TotalMs + time.GetElapsedTime(started).TotalMilliseconds };
        return answer with
        {
            Writer = answer.Sentences == brief.Sentences ? brief.Writer : settings.Name,
            PromptHash = prompt.Hash,
            Withheld = [.. brief.Withheld, .. run.Sieve.Withheld],
            Timings = timings,
        };

        FilledPrompt Fill(string fence, string passages, string asked) => template.Fill(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["sentences"] = most.ToString(),
            ["fence"] = fence,
            ["passages"] = passages,
            ["question"] = asked,
        });
    }

    /// <summary>Why the model gave nothing to post, as half a sentence; null where it did, or where nothing it wrote held.</summary>
    private async Task<string?> AskAsync(ModelRun run, FilledPrompt prompt, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var drafting = new ModelDrafting(client, settings);
                await ReadAsync(run, drafting, prompt, either.Token);

                if (drafting.Refused && run.Drafted == 0)
                    return "the model found no answer in the passages";
                if (run.Drafted > 0)
                    return null;
            }

            return "the model wrote nothing that can be read";
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (timeout.IsCancellationRequested)
        {
            return "the model did not answer in time";
        }
        catch (ModelException fault)
        {
            LogFault(fault, settings.Name);
            return fault.Message;
        }
        catch (Exception fault)
        {
            // The edge to the model: whatever it throws, the reader gets the quotes.
            LogFault(fault, settings.Name);
            return "the model could not be asked";
        }
    }

    /// <summary>The request goes out first; the passages are taken apart while the model thinks.</summary>
    private static async Task ReadAsync(ModelRun run, ModelDrafting drafting, FilledPrompt prompt, CancellationToken cancellationToken)
    {
        await using var claims = drafting.ReadAsync(prompt.Instructions, prompt.Request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var next = claims.MoveNextAsync();
        run.Sieve.Prepare();
        while (await next)
        {
            if (!run.Take(claims.Current))
                break;
            next = claims.MoveNextAsync();
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Model} wrote {Claims} claims that hold and {Withheld} that do not. {Fault}")]
    private partial void LogWritten(string model, int claims, int withheld, string fault);

    [LoggerMessage(2, LogLevel.Trace, "Withheld: {Reason}")]
    private partial void LogWithheld(string reason);

    [LoggerMessage(3, LogLevel.Warning, "{Model} could not be used.")]
    private partial void LogFault(Exception fault, string model);
}
