using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>A passage taken apart into sentences, against which claims are held.</summary>
internal sealed class Evidence
{
    /// <summary>Sentences a claim may rest on together.</summary>
    private const int Widest = 3;

    private readonly List<EvidenceWindow> _windows = [];
    private IReadOnlyList<AcronymPair>? _glosses;

    public Evidence(string text, ClaimContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        Context = context ?? ClaimContext.None;
        Whole = new StatedText(text, Context.Language);
        Heading = new StatedText(Context.Heading, Context.Language);
        Sentences = [.. SentenceSplitter.Split(text).Select(range => new EvidenceSentence(range, new StatedText(range.Of(text), Context.Language)))];
        for (var first = 0; first < Sentences.Count; first++)
        {
            for (var last = first; last < Math.Min(first + Widest, Sentences.Count); last++)
                _windows.Add(new EvidenceWindow(this, first, last));
        }
    }

    public ClaimContext Context { get; }
    public StatedText Whole { get; }
    public StatedText Heading { get; }
    public IReadOnlyList<EvidenceSentence> Sentences { get; }

    /// <summary>Short forms the passage explains.</summary>
    public IReadOnlyList<AcronymPair> Glosses => _glosses ??= AcronymPairs.Find(Whole.Text);

    /// <summary>Every run of one to three sentences.</summary>
    public IReadOnlyList<EvidenceWindow> Windows => _windows;
}

/// <summary>One sentence of a passage; the range counts from the passage's beginning.</summary>
internal sealed record EvidenceSentence(TextRange Range, StatedText Stated);
