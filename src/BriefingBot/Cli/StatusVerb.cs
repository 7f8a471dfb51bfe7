using BriefingBot.Cli.Digests;
using BriefingBot.Cli.Discord;
using BriefingBot.Cli.Json;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Libraries.Corrections;
using BriefingBot.Core.Text;
using BriefingBot.Discord;

namespace BriefingBot.Cli;

/// <summary><c>status</c>: the libraries, which channels open them, and how far the accepted questions have come.</summary>
internal sealed class StatusVerb() : Verb("status", "what there is, which channels open it, and what became of the questions", "briefingbot status")
{
    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var status = new StatusDocument(
            run.Catalog.List(),
            [.. run.Get<BindingStore>().List().Select(bound => new BindingDocument(bound.Library, bound.Channel.Workspace.Platform, bound.Channel.Workspace.Id, bound.Channel.Channel))],
            Counted(run.Get<InboxLog>().Count()),
            DiscordSetting.IsSet(run.Configuration),
            DigestStatus.Of(run),
            Corrections(run));
        if (run.Json) run.WriteJson(status, ContractJson.Readable.StatusDocument);
        else Print(run.Page(), status);
        return Task.FromResult(ExitCode.Done);
    }

    private static List<LibraryCorrections> Corrections(VerbRun run)
    {
        var since = run.Time.GetUtcNow() - TimeSpan.FromDays(7);
        var all = new List<LibraryCorrections>();
        foreach (var name in run.Catalog.List())
        {
            using var library = run.Catalog.Open(name);
            var (recent, touched) = library.Read(session => (new CorrectionStore(session).Since(since), new CorrectionStore(session).TouchedAnswers()));
            int Of(CorrectionKind kind) => recent.Where(c => c.Kind == kind).Select(c => c.DocumentId).Distinct(StringComparer.Ordinal).Count();
            all.Add(new LibraryCorrections(name, Of(CorrectionKind.Changed), Of(CorrectionKind.Corrected), Of(CorrectionKind.Retracted), touched));
        }

        return all;
    }

    private static QuestionCounts Counted(IReadOnlyDictionary<InboxState, int> counts) => new(
        counts.GetValueOrDefault(InboxState.Accepted), counts.GetValueOrDefault(InboxState.Shown), counts.GetValueOrDefault(InboxState.Interrupted),
        counts.GetValueOrDefault(InboxState.Cancelled), counts.GetValueOrDefault(InboxState.Failed));

    private static void Print(Page page, StatusDocument status)
    {
        page.Line($"{Phrases.Count(status.Libraries.Count, "library", "libraries")}{(status.Libraries.Count > 0 ? ": " + string.Join(", ", status.Libraries) : "")}");
        if (status.Bindings.Count == 0) page.Line("No channel is bound to a library.");
        else page.Table(["library", "platform", "workspace", "channel"], [.. status.Bindings.Select(bound => (IReadOnlyList<string>)[bound.Library, bound.Platform, bound.Workspace, bound.Channel])]);
        var bound = status.Bindings.Count(one => one.Platform == DiscordPlatform.PlatformName);
        page.Line((status.Discord, bound) switch
        {
            (true, 0) => "Discord: a token is set, and no channel is bound yet.",
            (true, _) => $"Discord: a token is set; {Phrases.Count(bound, "channel")} bound.",
            (false, 0) => "Discord: off; no token is set.",
            _ => $"Discord: off, for no token is set; {Phrases.Count(bound, "channel")} bound there.",
        });
        if (status.Digests.Count > 0)
            page.Table(
                ["digest", "library", "channel", "at", "state"],
                [.. status.Digests.Select(d => (IReadOnlyList<string>)[d.ScheduleId, d.Library, d.Channel, d.At, d.PausedReason is { } why ? $"paused: {why}" : $"next {d.NextDueUtc:d MMM HH:mm} UTC"])]);
        var questions = status.Questions;
        page.Line($"Questions of the last week: {questions.Shown:N0} answered, {questions.Accepted:N0} waiting, {questions.Interrupted:N0} interrupted, {questions.Cancelled:N0} called off, {questions.Failed:N0} failed.");
        foreach (var library in status.Corrections.Where(c => c.Changed + c.Corrected + c.Retracted + c.TouchedAnswers > 0))
            page.Line($"{library.Library}: in the last week {Phrases.Count(library.Changed, "document")} changed, {library.Corrected:N0} corrected, {library.Retracted:N0} retracted; {Phrases.Count(library.TouchedAnswers, "past answer")} touched by corrections.");
    }
}
