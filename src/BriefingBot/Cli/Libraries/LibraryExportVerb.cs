using System.CommandLine;
using BriefingBot.Cli.Json;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Text;

namespace BriefingBot.Cli.Libraries;

/// <summary><c>library export --feedback</c>: what readers said about answers, as a set that <c>eval answers</c> reads.</summary>
internal sealed class LibraryExportVerb : Verb
{
    private readonly Argument<string> _directory = new("dir") { HelpName = "DIR", Description = "the folder to write", DefaultValueFactory = _ => "feedback" };
    private readonly Option<bool> _feedback = Flag("--feedback", "the feedback on answers, as a labelled set");

    public LibraryExportVerb() : base("export", "writes the feedback on answers as a set that \"eval answers\" reads", "briefingbot library export --feedback sets/port-desk --library port-desk")
    {
        Add(_directory);
        Add(_feedback);
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        if (!run.Has(_feedback)) throw new UsageException("say what to export: --feedback");
        var directory = Path.GetFullPath(run.Value(_directory));
        var (questions, documents) = FeedbackSet.Write(run.OpenLibrary(), directory);
        if (run.Json) run.WriteJson(new FeedbackDocument(directory, questions, documents), ContractJson.Readable.FeedbackDocument);
        else if (questions == 0) run.Page().Line("No feedback yet, so nothing was written.");
        else run.Page().Line($"Wrote {Phrases.Count(questions, "question")} and {Phrases.Count(documents, "document")} to {directory}. Run them: briefingbot eval answers {directory}");
        return Task.FromResult(ExitCode.Done);
    }
}
