using System.CommandLine;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli;

/// <summary>The id of an answer on a command line.</summary>
internal sealed class AnswerArgument : Argument<string>
{
    /// <param name="shown">What help calls it.</param>
    /// <param name="description">What it is, in words.</param>
    public AnswerArgument(string shown, string description) : base("answer-id") => (HelpName, Description) = (shown, description);

    /// <summary>The library of the run, opened, and the answer in it.</summary>
    /// <exception cref="UsageException">It is no id.</exception>
    /// <exception cref="LibraryException">The library holds no such answer.</exception>
    public (LibraryFile Library, Answer Answer) Find(VerbRun run)
    {
        var id = ShortId.Normalize(run.Value(this)) ?? throw new UsageException($"ANSWER-ID is \"{run.Value(this)}\": it is ten letters and digits, such as K7QX3M9TRB");
        var library = run.OpenLibrary();
        var answer = library.Read(session => new AnswerStore(session).Find(id))
            ?? throw new LibraryException($"The library \"{library.Name}\" holds no answer {id}. The id stands under every answer; --library names another library.");
        return (library, answer);
    }
}
