using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>
/// A claim that is nearly a sentence of the source may not put another number, date, name or a "not" where the sentence has its own,
/// even one that stands elsewhere in the passage.
/// </summary>
internal sealed class ReplacementRule : IClaimRule
{
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "according", "after", "before", "during", "since", "while", "when", "although", "though", "because", "however", "meanwhile", "earlier", "later", "despite", "officials", "reports",
        "people", "authorities", "today", "yesterday", "nearly", "almost", "around", "roughly", "some", "many", "most", "several", "experts", "sources",
    };

    private const double Elsewhere = .8;
    private const int OtherWords = 1;

    public string Name => "replacement";

    public string? Fault(Claim claim, EvidenceWindow window, IReadOnlyList<Evidence> cited)
    {
        string? fault = null;
        foreach (var sentence in cited.SelectMany(e => e.Sentences))
        {
            // A sentence that others come closer to must be all the nearer, or another day's figures dispute this day's.
            if (NearVerbatim.Of(claim.Stated, sentence.Stated, window.Sentences.Contains(sentence) ? NearVerbatim.Nearly : Elsewhere) is not { } near)
                continue;
            fault = Fault(claim, near, window);
            if (fault is null)
                return null;
        }

        return fault;
    }

    private static string? Fault(Claim claim, NearVerbatim near, EvidenceWindow window)
    {
        foreach (var (ours, theirs) in near.Replacements)
        {
            if (ours.Any(w => Negations.Is(w.Word)) != theirs.Any(w => Negations.Is(w.Word)) && Turned(ours, theirs, claim.Stated, near.Sentence))
                return "One of the claim and its source says “not” where the other does not.";
            if (ours.Count == 0)
                continue;
            if (OtherNumber(claim.Stated, ours, theirs, near.Sentence) is { } number)
                return $"Where the source has another number, the claim says “{number}”.";
            if (theirs.Count > 0 && OtherName(claim, ours, theirs, near.Sentence, window) is { } name)
                return $"Where the source names somebody or something else, the claim says “{name}”.";
        }

        return null;
    }

    // A "not" in a part of the sentence the claim leaves out turns nothing of the claim round.
    private static bool Turned(IReadOnlyList<StatedWord> ours, IReadOnlyList<StatedWord> theirs, StatedText claim, StatedText sentence)
    {
        if (ours.Any(w => Negations.Is(w.Word)))
            return !theirs.Any(w => Negations.Fails(w.Word));
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            if (Negations.Is(sentence.Words[i].Word) && theirs.Contains(sentence.Words[i]))
            {
                var scope = Negations.ScopeOf(sentence, i);
                if (scope.Count == 0 || claim.Content.Contains(scope[0]))
                    return true;
            }
        }

        return false;
    }

    private static string? OtherNumber(StatedText claim, IReadOnlyList<StatedWord> ours, IReadOnlyList<StatedWord> theirs, StatedText sentence)
    {
        var number = claim.Numbers.FirstOrDefault(n => ours.Any(w => n.Range.Overlaps(w.Range)) && !HasLetters(claim.WordAround(n)) && !sentence.Numbers.Any(s => Values.Same(n, s)) && !sentence.Dates.Any(d => d.Year == n.Value) && !NumberForms.Hold(n, claim, sentence, theirs));
        if (number is not null && sentence.Numbers.Count + sentence.Dates.Count > 0)
            return number.Range.Of(claim.Text);
        foreach (var word in ours)
        {
            // Digits inside a name: MPEG-2, AK-47.
            var held = claim.Numbers.Any(n => n.Range.Overlaps(word.Range) && !HasLetters(claim.WordAround(n))) || claim.Dates.Any(d => d.Range.Overlaps(word.Range));
            if (!held && word.Word.Any(char.IsAsciiDigit) && theirs.Any(w => w.Word.Any(char.IsAsciiDigit)) && !StatedText.SqueezedOf(sentence.Text[theirs[0].Start..theirs[^1].End]).Contains(SymbolForm.Of(word.Word)) && !ShortForms.Stand(word, claim, sentence))
                return claim.Text[word.Start..word.End];
        }

        var date = claim.Dates.FirstOrDefault(d => ours.Any(w => d.Range.Overlaps(w.Range)) && !sentence.Dates.Any(s => Values.Same(d, s)) && !sentence.Numbers.Any(s => s.Value == d.Year));
        return date is not null && Dates(theirs, sentence) ? date.Range.Of(claim.Text) : null;
    }

    // A day the claim adds, as that of the line above the sentence, replaces none; whether it stands there is for the rule of dates.
    private static bool Dates(IReadOnlyList<StatedWord> words, StatedText sentence) =>
        words.Any(w => sentence.Numbers.Any(n => n.Range.Overlaps(w.Range)) || sentence.Dates.Any(d => d.Range.Overlaps(w.Range)));

    private static string? OtherName(Claim claim, IReadOnlyList<StatedWord> ours, IReadOnlyList<StatedWord> theirs, StatedText sentence, EvidenceWindow window)
    {
        // Where more than the name is other, the claim says something else rather than the same of somebody else.
        if (Others(ours, claim.Stated) + Others(theirs, sentence) > OtherWords)
            return null;
        foreach (var word in ours)
        {
            // "Feb" for "February" is no other name; dates have been compared as dates.
            if (!IsNamed(word, claim.Text) || claim.Stated.Dates.Any(d => d.Range.Overlaps(word.Range)) || NameWords.Stands(word, sentence) || Initials.Stand(word, claim.Stated, sentence) || ShortForms.Stand(word, claim.Stated, sentence))
                continue;

            // The first word has its capital from the sentence; it names something new only where the passage has no such word at all.
            if (word.Start == claim.Stated.Words[0].Start ? !Opens(word.Word) && !NameWords.Stands(word, window.Evidence) && theirs.Any(w => sentence.Content.Contains(w.Value)) : theirs.Any(w => IsNamed(w, sentence.Text)))
                return claim.Text[word.Start..word.End];
        }

        return null;
    }

    private static int Others(IReadOnlyList<StatedWord> words, StatedText text) => words.Count(w => !IsNamed(w, text.Text) && text.Content.Contains(w.Value));

    private static bool Opens(string word) => Openers.Contains(word) || word.EndsWith("ly", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal);

    private static bool IsNamed(StatedWord word, string text) =>
        char.IsUpper(text[word.Start]) && (!StopWords.Contains(word.Word) || (word.Word.Length > 1 && char.IsUpper(text[word.Start + 1])));

    private static bool HasLetters(StatedWord? word) => word is { } around && around.Word.Any(char.IsLetter);
}
