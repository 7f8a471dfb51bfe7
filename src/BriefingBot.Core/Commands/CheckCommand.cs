using System.Globalization;
using BriefingBot.Core.Briefing.Claims;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands;

/// <summary><c>check</c>: what the library says to a claim, or to the sentences of a message. By rules; a model has no say in it.</summary>
internal sealed class CheckCommand(Retriever retriever, Limits limits) : ICommand
{
    private const string Claim = "claim";

    /// <summary>Sentences of one message that are checked.</summary>
    private const int Most = 5;
    private const int LongestText = 4000;

    public CommandDefinition Definition { get; } = new("check", "Says whether the library supports a claim, disputes it or does not know it")
    {
        MessageLabel = "Check against the library",
        Options =
        [
            new(Claim, "What to check, in a sentence") { Required = true, Most = LongestText },
            new(ChatMenu.PrivateOption, "Shows the outcome to you only", CommandOptionType.Flag),
            new("as-of", "Reads only what was published by that day (YYYY-MM-DD)", CommandOptionType.Day),
        ],
    };

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var text = Plain(call.Option(Claim) ?? call.Option(ChatMenu.MessageTextOption) ?? "");
        if (text.Length == 0) return Said("There is no text to check. Write a claim, such as “The port reopened on Monday.”");
        if (text.Length > LongestText) return Said($"The text has {text.Length:N0} characters; at most {LongestText:N0} are read. Shorten it.");
        DateOnly? asOf = null;
        if (call.Option("as-of") is { } day)
        {
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)) return Said("“as-of” must be a day such as 2031-03-04.");
            asOf = parsed;
        }

        if (limits.Take(call.Person, call.Channel) is { } limit) return Task.FromResult<CommandOutcome>(new CommandOutcome.TooOften(limit));
        var sentences = SentenceSplitter.Split(text);
        var checker = new ClaimChecker(retriever);
        var claims = new List<CheckedClaim>();
        foreach (var sentence in sentences.Take(Most))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var claim = sentence.Of(text);
            claims.Add(new CheckedClaim(claim, checker.Check(call.Library, claim, asOf)));
        }

        return Task.FromResult<CommandOutcome>(new CommandOutcome.Checked(
            claims, Math.Max(0, sentences.Count - Most), asOf, call.Library.Read(QuestionAnswerer.Searched), call.Option(ChatMenu.PrivateOption) is "true"));
    }

    private static Task<CommandOutcome> Said(string sentence) => Task.FromResult<CommandOutcome>(new CommandOutcome.Invalid(sentence));

    /// <summary>Links and mentions of a message claim nothing.</summary>
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Where(word => !word.Contains("://", StringComparison.Ordinal) && !word.StartsWith("<@", StringComparison.Ordinal) && !word.StartsWith("<#", StringComparison.Ordinal)));
}
