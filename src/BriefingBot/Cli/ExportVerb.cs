using System.CommandLine;
using BriefingBot.Core.Commands.Memos;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli;

/// <summary><c>export</c>: an answer as a memo on standard output.</summary>
internal sealed class ExportVerb : Verb
{
    private readonly Argument<string> _answer = new("answer-id") { HelpName = "ANSWER-ID|DIGEST-ID", Description = "the ten letters and digits under the answer or digest" };
    private readonly Option<MemoFormat> _format = OptionValues.OneOf("--format", "how the memo is written (default md)", ("md", MemoFormat.Markdown), ("html", MemoFormat.Html));

    public ExportVerb() : base("export", "writes an answer or a digest as a memo, its quotes as footnotes", "briefingbot export K7QX3M9TRB --format html > memo.html")
    {
        Add(_answer);
        Add(_format);
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var id = ShortId.Normalize(run.Value(_answer))
            ?? throw new UsageException($"ANSWER-ID is \"{run.Value(_answer)}\": it is ten letters and digits, such as K7QX3M9TRB");
        var library = run.OpenLibrary();
        var answer = library.Read(session => new AnswerStore(session).Find(id))
            ?? throw new LibraryException($"The library \"{library.Name}\" holds no answer {id}. The id stands under every answer; --library names another library.");
        var digest = library.Read(session => new StoredDigestStore(session).Find(id));
        run.Terminal.Out.Write(digest is null ? Memo.Write(answer, run.Value(_format)) : DigestMemo.Write(digest, run.Value(_format)));
        return Task.FromResult(ExitCode.Done);
    }
}
