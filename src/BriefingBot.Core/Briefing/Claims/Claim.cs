using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>One sentence somebody states, taken apart for the rules.</summary>
internal sealed class Claim
{
    public Claim(string text, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        Stated = new StatedText(text, language);
        NameWords = FindNames();
        Quoted = QuotedStrings.Find(text);
    }

    public string Text => Stated.Text;
    public StatedText Stated { get; }

    /// <summary>Words of the names in the claim, each once: its folded form and its index term.</summary>
    public IReadOnlyList<StatedWord> NameWords { get; }

    /// <summary>What stands between quotation marks, without them.</summary>
    public IReadOnlyList<string> Quoted { get; }

    /// <summary>"Activation of …": a capital the sentence gave, before a small word.</summary>
    private bool IsPlainFirst(StatedWord word) =>
        Stated.Words.Count > 1 && word.Start == Stated.Words[0].Start && Stated.Words[1].Word is "of" or "in" or "for" or "to" or "on" && !Text.AsSpan(word.Start + 1, word.End - word.Start - 1).ContainsAnyInRange('A', 'Z');

    private List<StatedWord> FindNames()
    {
        var mentions = NameMentions.Find(Text);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. Stated.Words.Where(w => mentions.Any(m => m.Range.Start < w.End && w.Start < m.Range.End)
                && !Stated.Dates.Any(d => w.Start < d.Range.End && d.Range.Start < w.End)
                && !StopWords.Contains(w.Word) && !IsPlainFirst(w) && seen.Add(w.Value)),
        ];
    }
}
