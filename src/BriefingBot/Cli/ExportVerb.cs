using System.CommandLine;
using BriefingBot.Core.Commands.Memos;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli;

/// <summary><c>export</c>: an answer as a memo on standard output.</summary>
internal sealed class ExportVerb : Verb
{
    private readonly AnswerArgument _answer = new("ANSWER-ID|DIGEST-ID", "the ten letters and digits under the answer or digest");
    private readonly Option<MemoFormat> _format = OptionValues.OneOf("--format", "how the memo is written (default md)", ("md", MemoFormat.Markdown), ("html", MemoFormat.Html));

    public ExportVerb() : base("export", "writes an answer or a digest as a memo, its quotes as footnotes", "briefingbot export K7QX3M9TRB --format html > memo.html")
    {
        Add(_answer);
        Add(_format);
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var (library, answer) = _answer.Find(run);
        var digest = library.Read(session => new StoredDigestStore(session).Find(answer.AnswerId));
        run.Terminal.Out.Write(digest is null ? Memo.Write(answer, run.Value(_format)) : DigestMemo.Write(digest, run.Value(_format)));
        return Task.FromResult(ExitCode.Done);
    }
}
