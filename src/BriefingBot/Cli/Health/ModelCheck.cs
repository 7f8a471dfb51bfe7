using BriefingBot.Cli.Json;
using BriefingBot.Core.Briefing.Models;
using BriefingBot.Llm;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace BriefingBot.Cli.Health;

/// <summary>Asks the model for one word, and says in words what is wrong where none comes.</summary>
internal static class ModelCheck
{
    private const string Name = "model";
    private const int Tokens = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Null where no model is configured.</summary>
    public static async Task<Check?> LookAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var options = run.Get<IOptions<ModelOptions>>().Value;
        if (!options.IsSet) return null;
        var started = run.Time.GetTimestamp();
        using var timeout = new CancellationTokenSource(options.Timeout < Patience ? options.Timeout : Patience, run.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var reply = await run.Get<IChatClient>().GetResponseAsync([new ChatMessage(ChatRole.User, "Reply with the word ready.")], new ChatOptions { Temperature = 0, MaxOutputTokens = Tokens }, either.Token);
            return string.IsNullOrWhiteSpace(reply.Text)
                ? Bad($"{options.Name} at {options.Endpoint} answered with no text", "Raise Model:OutputTokens, or name another model in Model:Name.")
                : new Check(Name, true, $"{options.Name} at {options.Endpoint} answered in {run.Time.GetElapsedTime(started).TotalMilliseconds:0} ms", null);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Bad($"{options.Name} at {options.Endpoint} did not answer in time", "See that the server runs and has the model loaded, or raise Model:Timeout.");
        }
        catch (ModelException fault)
        {
            return Bad($"{options.Name} at {options.Endpoint}: {fault.Message}", "docs/models.md has a configuration for each kind of server. Until then briefs are quotes.");
        }
    }

    private static Check Bad(string detail, string remedy) => new(Name, false, detail, remedy);
}
