using System.Globalization;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Commands.Actions;

/// <summary>Thumbs up, thumbs down, and "wrong citation" naming which one.</summary>
internal sealed class FeedbackAction(TimeProvider time) : IAction
{
    public const string ActionVerb = "feedback";
    public const string Up = "up";
    public const string Down = "down";
    public const string Wrong = "wrong";

    /// <summary>Longest note, in UTF-16 code units; the rest is not kept.</summary>
    private const int LongestNote = 1000;

    public string Verb => ActionVerb;

    public Task<CommandOutcome> RunAsync(CommandCall call, ChatActionId action, string? value, CancellationToken cancellationToken) =>
        Task.FromResult(Run(call, action, value?.Trim() ?? ""));

    private CommandOutcome Run(CommandCall call, ChatActionId action, string value)
    {
        if (AnswerAccess.Find(call, action.Target) is not var (answer, _)) return new CommandOutcome.NoSuchAnswer();
        int? number = null;
        if (action.Detail is Wrong)
        {
            var (n, rest) = Numbered(value);
            var numbers = answer.Citations.Select(citation => citation.N).ToList();
            if (numbers.Count == 0) return new CommandOutcome.NoSuchNumber(answer.AnswerId, n ?? 0, 0);
            if (n is not { } known || !numbers.Contains(known))
                return n is null ? new CommandOutcome.Invalid($"Begin with the number that is wrong, 1 to {numbers.Max()}.") : new CommandOutcome.NoSuchNumber(answer.AnswerId, n.Value, numbers.Max());
            (number, value) = (known, rest);
        }

        var verdict = action.Detail switch { Up => FeedbackVerdict.Up, Down => FeedbackVerdict.Down, Wrong => FeedbackVerdict.WrongCitation, _ => (FeedbackVerdict?)null };
        if (verdict is not { } given) return new CommandOutcome.Invalid("This button is of another version and does nothing any more.");
        var note = value.Length == 0 ? null : value[..Math.Min(value.Length, LongestNote)];
        var feedback = new Feedback(answer.AnswerId, given, number, note, call.Person.Platform, call.Person.Id, time.GetUtcNow());
        call.Library.Write(session => new FeedbackStore(session).Put(feedback));
        return new CommandOutcome.Noted(feedback);
    }

    // "2", "[2] says Monday, not Tuesday".
    private static (int? Number, string Note) Numbered(string value)
    {
        var text = value.TrimStart('[', ' ', '#');
        var digits = 0;
        while (digits < text.Length && digits < 6 && char.IsAsciiDigit(text[digits])) digits++;
        return digits == 0 ? (null, value) : (int.Parse(text.AsSpan(0, digits), CultureInfo.InvariantCulture), text[digits..].TrimStart(']', ' ', ':', ',', '.'));
    }
}
