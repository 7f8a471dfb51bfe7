using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Index;

/// <summary>The terms of one revision as the index stores them. Made off the writing thread: analysing is most of the work of indexing.</summary>
public sealed class IndexedTerms
{
    private readonly IReadOnlyList<Term> _terms;
    private readonly IReadOnlyList<TextRange> _passages;

    private IndexedTerms(IReadOnlyList<string> title, IReadOnlyList<Term> terms, IReadOnlyList<TextRange> passages) =>
        (Title, _terms, _passages) = (title, terms, passages);

    /// <summary>Terms of the title, the published month and year among them.</summary>
    internal IReadOnlyList<string> Title { get; }

    internal int Passages => _passages.Count;

    /// <summary>Analyses a text once; its terms are cut by passage when they are stored.</summary>
    /// <param name="text">The text of the revision.</param>
    /// <param name="metadata">Title and language; the published month and year count as words of the title.</param>
    /// <param name="passages">Ranges of the text, by rising start.</param>
    public static IndexedTerms Of(string text, DocumentMetadata metadata, IReadOnlyList<TextRange> passages) =>
        new(TitleTerms(metadata), Analyser.Analyse(text, metadata.Language), passages);

    /// <summary>Terms of the whole text.</summary>
    internal IEnumerable<string> Text => _terms.Select(term => term.Value);

    /// <summary>Terms of one passage.</summary>
    internal IEnumerable<string> OfPassage(int ordinal)
    {
        var range = _passages[ordinal];
        for (var i = FirstFrom(range.Start); i < _terms.Count && _terms[i].Range.End <= range.End; i++) yield return _terms[i].Value;
    }

    // "in February 2022" finds what was published then.
    private static List<string> TitleTerms(DocumentMetadata metadata)
    {
        var title = Analyser.Analyse(metadata.Title, metadata.Language).Select(term => term.Value).ToList();
        if (metadata.PublishedOn is { } day) title.AddRange(Analyser.Analyse($"{day:MMMM yyyy}", "en").Select(term => term.Value));
        return title;
    }

    private int FirstFrom(int start)
    {
        var (low, high) = (0, _terms.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_terms[middle].Range.Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
