using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Briefing;

/// <summary>Makes citations of quotes, with all that is known of their documents.</summary>
internal sealed class CitationBuilder(DocumentStore store, Copies copies)
{
    private readonly Dictionary<string, Document?> _documents = new(StringComparer.Ordinal);

    public Citation Build(ChosenQuote quote, int n)
    {
        var revision = quote.Sentence.Revision;
        var metadata = revision.Metadata;
        var (before, after) = Surroundings.Of(revision.Text, quote.Range);
        var document = Document(revision.DocumentId);
        return new Citation
        {
            N = n,
            DocumentId = revision.DocumentId,
            Revision = revision.Number,
            PassageId = quote.Sentence.Passage.Id,
            Title = metadata.Title,
            Publisher = metadata.Publisher,
            Agency = metadata.Agency,
            Byline = metadata.Byline,
            PublishedOn = metadata.PublishedOn,
            PublishedFrom = metadata.PublishedFrom,
            Url = metadata.Url,
            Origin = document?.Origin ?? "",
            FetchedUtc = revision.FetchedUtc,
            Page = metadata.Pages?.PageAt(quote.Range.Start),
            Start = quote.Range.Start,
            End = quote.Range.End,
            Quote = quote.Text,
            Before = before,
            After = after,
            AlsoCarriedBy = Carriers(quote.Sentence, metadata.Publisher),
            Status = document is { RemovedUtc: null } && document.Current.Id == revision.Id ? CitationStatus.Current : CitationStatus.Superseded,
            Notice = document is { RemovedUtc: null } ? store.Notice(document.Current) : null,
        };
    }

    /// <summary>Who carries the whole text, and who the sentence.</summary>
    private List<string> Carriers(SentenceCandidate sentence, string? own) =>
    [
        .. sentence.Copies
            .Select(c => c.Metadata.Publisher ?? c.Metadata.Title)
            .Concat(copies.GroupOf(sentence.DocumentId)?.AlsoCarriedBy(own) ?? [])
            .Where(p => p.Length > 0 && !string.Equals(p, own, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private Document? Document(string id) =>
        _documents.TryGetValue(id, out var known) ? known : _documents[id] = store.Find(id);
}
