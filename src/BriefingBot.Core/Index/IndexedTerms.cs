using System.Runtime.InteropServices;
using BriefingBot.Core.Index.Postings;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Index;

/// <summary>The terms of one revision as the index stores them. Made off the writing thread: analysing is most of the work of indexing.</summary>
public sealed class IndexedTerms
{
    private const int LargestKept = 4096;
    private const int LongestKept = 1 << 14;

    [ThreadStatic]
    private static Workspace? workspace;

    private readonly string[] _distinct;
    private readonly int[] _hashes;
    private readonly int[] _title;
    private readonly int[] _text;
    private readonly TextRange[] _passages;

    private IndexedTerms(string text, DocumentMetadata metadata, IReadOnlyList<TextRange> passages)
    {
        var (terms, table) = workspace ?? new Workspace([], new TermTable());
        workspace = null;
        _title = Numbered(TitleTerms(metadata), table);
        Analyser.Analyse(text, new TextRange(0, text.Length), metadata.Language, terms);
        _text = Numbered(terms, table);
        (_distinct, _hashes) = table.ToArrays();
        _passages = new TextRange[passages.Count];
        for (var i = 0; i < _passages.Length; i++) _passages[i] = Within(CollectionsMarshal.AsSpan(terms), passages[i]);
        // What a huge text has made large would keep its memory, and be cleared at its full size for every small text after it.
        if (table.Count > LargestKept || terms.Capacity > LongestKept) return;
        terms.Clear();
        table.Clear();
        workspace = new Workspace(terms, table);
    }

    /// <summary>Every term once; the others name terms by their place here.</summary>
    internal IReadOnlyList<string> Distinct => _distinct;

    /// <summary>Terms of the title, the published month and year among them.</summary>
    internal ReadOnlySpan<int> Title => _title;

    /// <summary>Terms of the whole text.</summary>
    internal ReadOnlySpan<int> Text => _text;

    /// <summary>How many passages the text has.</summary>
    internal int Passages => _passages.Length;

    /// <summary>Analyses a text once and cuts its terms by passage.</summary>
    /// <param name="text">The text of the revision.</param>
    /// <param name="metadata">Title and language; the published month and year count as words of the title.</param>
    /// <param name="passages">Ranges of the text, by rising start.</param>
    public static IndexedTerms Of(string text, DocumentMetadata metadata, IReadOnlyList<TextRange> passages) =>
        new(text, metadata, passages);

    /// <summary>Terms of one passage.</summary>
    internal ReadOnlySpan<int> OfPassage(int ordinal) => _text.AsSpan(_passages[ordinal].Start, _passages[ordinal].Length);

    /// <summary>For each of <see cref="Distinct"/> its number in a batch.</summary>
    internal int[] NumbersIn(BatchTerms batch)
    {
        var numbers = new int[_distinct.Length];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = batch.NumberOf(_distinct[i], _hashes[i]);
        return numbers;
    }

    // "in February 2022" finds what was published then.
    private static List<Term> TitleTerms(DocumentMetadata metadata)
    {
        var title = Analyser.Analyse(metadata.Title, metadata.Language).ToList();
        if (metadata.PublishedOn is { } day) title.AddRange(Analyser.Analyse($"{day:MMMM yyyy}", "en"));
        return title;
    }

    private static int[] Numbered(List<Term> terms, TermTable table)
    {
        var numbered = new int[terms.Count];
        for (var i = 0; i < numbered.Length; i++)
        {
            var value = terms[i].Value;
            numbered[i] = table.NumberOf(value, value.GetHashCode(StringComparison.Ordinal));
        }

        return numbered;
    }

    /// <summary>The terms that lie in a range, as a range of terms.</summary>
    private static TextRange Within(ReadOnlySpan<Term> terms, TextRange range)
    {
        var (low, high) = (0, terms.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (terms[middle].Range.Start < range.Start) low = middle + 1;
            else high = middle;
        }

        var end = low;
        while (end < terms.Length && terms[end].Range.End <= range.End) end++;
        return new TextRange(low, end);
    }

    /// <summary>What a thread uses again for each text.</summary>
    private sealed record Workspace(List<Term> Terms, TermTable Table);
}
