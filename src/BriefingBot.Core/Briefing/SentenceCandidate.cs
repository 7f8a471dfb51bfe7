using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing;

/// <summary>A sentence that might be quoted, with what scoring found out about it.</summary>
internal sealed class SentenceCandidate(Passage passage, Revision revision, TextRange range, IReadOnlyList<Term> terms)
{
    public Passage Passage { get; } = passage;
    public Revision Revision { get; } = revision;

    /// <summary>Range in the revision's text.</summary>
    public TextRange Range { get; } = range;
    public string Text { get; } = range.Of(revision.Text);
    public IReadOnlyList<Term> Terms { get; } = terms;
    public HashSet<string> Values { get; } = terms.Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
    public HashSet<string> Words { get; } = terms.Select(t => t.Word).ToHashSet(StringComparer.Ordinal);
    public string DocumentId => Revision.DocumentId;

    /// <summary>Whether both stand in one document.</summary>
    public bool SharesDocument(SentenceCandidate other) => string.Equals(DocumentId, other.DocumentId, StringComparison.Ordinal);

    /// <summary>Sentences before this one in its document; a rough count far from the start.</summary>
    public int Index { get; init; }

    /// <summary>The best score of a passage that holds it, over the best passage's: 0 to 1.</summary>
    public double PassageShare { get; init; }

    /// <summary>Month and year its document was published, as terms: a report of February 2022 need not say so in every sentence.</summary>
    public IReadOnlySet<string> Day { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Terms of its document's title, and of <see cref="Day"/>.</summary>
    public IReadOnlySet<string> Title { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Other documents that hold the same sentence.</summary>
    public List<Revision> Copies { get; } = [];

    /// <summary>Idf share of the question's terms it holds.</summary>
    public double Coverage { get; set; }

    /// <summary>Share of the question's words it holds as written.</summary>
    public double Exact { get; set; }

    /// <summary>The simple score that decides who votes.</summary>
    public double Simple { get; set; }

    /// <summary>What it is chosen by.</summary>
    public double Score { get; set; }
}
