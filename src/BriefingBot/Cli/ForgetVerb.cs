using System.CommandLine;
using BriefingBot.Cli.Json;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Text;
using BriefingBot.Web.Channel;

namespace BriefingBot.Cli;

/// <summary><c>forget</c>: a person's questions and feedback in every library, their part of the page's conversations, and their sign-ins.</summary>
internal sealed class ForgetVerb : Verb
{
    private readonly Option<string> _person = new("--person") { HelpName = "ID", Description = "the person's id on the platform" };
    private readonly Option<string?> _platform = new("--platform") { HelpName = "discord|local", Description = "only there (default everywhere)" };

    public ForgetVerb() : base(
        "forget",
        "deletes a person's questions with their answers, their feedback and their sign-ins; posts already made elsewhere stay where they were posted",
        "briefingbot forget --person 1099511627903")
    {
        Add(_person);
        Add(_platform);
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        if (run.Value(_person) is not { Length: > 0 } person) throw new UsageException("--person is missing: the person's id on the platform");
        var (questions, feedback) = (0, 0);
        foreach (var name in run.Catalog.List())
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var library = run.Catalog.Open(name);
            library.Write(session =>
            {
                feedback += new FeedbackStore(session).Forget(person, run.Value(_platform));
                questions += new ConversationStore(session).Forget(person, run.Value(_platform));
            });
        }

        run.Get<InboxLog>().Forget(person, run.Value(_platform));
        run.Get<ExchangeStore>().Forget(person, run.Value(_platform));
        if (run.Value(_platform) is null or LocalPlace.Platform) run.Get<SignInStore>().Forget(person);
        if (run.Json) run.WriteJson(new ForgottenDocument(questions, feedback), ContractJson.Readable.ForgottenDocument);
        else run.Page().Line($"Deleted {Phrases.Count(questions, "question")} and {Phrases.Count(feedback, "piece of feedback", "pieces of feedback")}.");
        return Task.FromResult(ExitCode.Done);
    }
}
