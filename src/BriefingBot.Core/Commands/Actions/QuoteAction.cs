using System.Globalization;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Actions;

/// <summary>Shows a range of a document of the channel's own library in its place: for replies that are no stored answer.</summary>
internal sealed class QuoteAction : IAction
{
    public const string ActionVerb = "quote";

    /// <summary>What a choice may hold.</summary>
    private const int Longest = 100;
    private const char Between = '/';

    public string Verb => ActionVerb;

    /// <summary>The value that names a citation's place; null where it is too long for one.</summary>
    public static string? ValueOf(Citation citation) =>
        string.Create(CultureInfo.InvariantCulture, $"{citation.N}/{citation.Revision}/{citation.Start}/{citation.End}/{citation.DocumentId}") is { Length: <= Longest } value ? value : null;

    public Task<CommandOutcome> RunAsync(CommandCall call, ChatActionId action, string? value, CancellationToken cancellationToken) =>
        Task.FromResult(Read(value) is { } place && call.Library.Read(session => Find(session, place)) is { } citation ? new CommandOutcome.Quoted(citation) : (CommandOutcome)new CommandOutcome.NoSuchDocument());

    private static Place? Read(string? value)
    {
        if (value?.Split(Between, 5) is not [var n, var revision, var start, var end, { Length: > 0 } document]) return null;
        return Number(n) is { } number && Number(revision) is { } which && Number(start) is { } from && Number(end) is { } to && from < to ? new Place(document, which, number, new TextRange(from, to)) : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Citation? Find(LibrarySession session, Place place)
    {
        var documents = new DocumentStore(session);
        if (documents.Find(place.Document) is not { RemovedUtc: null } || documents.FindRevision(place.Document, place.Revision) is not { } revision || place.Range.End > revision.Text.Length) return null;
        var sentence = new SentenceCandidate(new Passage(0, revision.Id, revision.DocumentId, 0, place.Range), revision, place.Range, []);
        return new CitationBuilder(documents, new Copies(session)).Build(new ChosenQuote(sentence, place.Range), place.Number);
    }

    private readonly record struct Place(string Document, int Revision, int Number, TextRange Range);
}
