using System.Collections.Frozen;

namespace BriefingBot.Core.Text;

/// <summary>The pass of <see cref="NameMentions"/>: collects rows of capitalised words and cuts them where a name cannot go on.</summary>
internal sealed class NameScanner(string text)
{
    private const int MaxWords = 12;

    private static readonly FrozenSet<string> Connectors = Set("of for de del la las los da do dos di du des della van von der den bin bint ibn ben al el e y i und et zu");

    /// <summary>Before a name they belong to it only with their hyphen: al-Nur.</summary>
    private static readonly FrozenSet<string> Prefixes = Set("al el ad an ar as ash at ul");

    private readonly List<NameMention> mentions = [];
    private readonly HeadlineLines lines = new(text);
    private int start = -1, end, words, bridgedTo;
    private bool rowInitial, initial = true;

    public List<NameMention> Scan()
    {
        var at = 0;
        while (at < text.Length)
        {
            if (CharClasses.IsWordPart(text[at]))
            {
                at = Word(at);
                continue;
            }

            var breaks = !char.IsWhiteSpace(text[at]) || text[at] == '\n';
            if (breaks && !IsAbbreviationStop(at))
            {
                Close();
                initial |= text[at] is '.' or '!' or '?' or '…' or ':' or '\n' or '"' or '“' or '‘' or '(' or '•' or '«';
            }

            at++;
        }

        Close();
        return mentions;
    }

    private int Word(int at)
    {
        var close = WordEnd(at);
        var word = text.AsSpan(at, close - at);
        var joinsPrefix = word.IndexOf('-') is > 0 and var hyphen && hyphen + 1 < word.Length && Contains(Prefixes, word[..hyphen]) && char.IsUpper(word[hyphen + 1]);
        if ((IsCapital(word) || joinsPrefix) && !lines.Covers(at))
        {
            Capital(at, close, word);
        }
        else if (start < 0 || !GoesOn(at, close, word))
        {
            Close();
        }

        initial = false;
        return SkipPossessive(close);
    }

    private void Capital(int at, int close, ReadOnlySpan<char> word)
    {
        if (CalendarNames.Month(word) > 0 || CalendarNames.Weekday(word) is not null || word is "I" || Abbreviations.IsTitle(word))
        {
            Close();
            return;
        }

        // The capital of a small word at the beginning is the sentence's; "The" may open no name.
        // So is that of the first word where an article opens with a word in capitals.
        if (start < 0 && (initial || word is "The" or "A" or "An") && IsSmall(word) && (!IsAcronym(word) || word is not ("US" or "WHO" or "IS")))
        {
            return;
        }

        if (start < 0)
        {
            (start, rowInitial, words) = (at, initial, 0);
        }

        (end, words) = (close, words + 1);
        if (words == MaxWords)
        {
            Close();
        }
    }

    /// <summary>A small word goes on with the name where a capital follows it; "the" only after "for", or after "of" behind a single
    /// word ("Ministry of the Sea", but a person "of the" institute is two names).</summary>
    private bool GoesOn(int at, int close, ReadOnlySpan<char> word)
    {
        if (at < bridgedTo)
        {
            return true;
        }

        if (!Contains(Connectors, word) || at - end > 2)
        {
            return false;
        }

        var next = TextCursor.Gap(text, close);
        var nextEnd = TextCursor.WordEnd(text, next);
        if ((word is "for" || (word is "of" && words == 1)) && text.AsSpan(next, nextEnd - next) is "the")
        {
            next = TextCursor.Gap(text, nextEnd);
        }

        if (next >= text.Length || next == close || CharClasses.Of(text[next]) != CharClass.Upper)
        {
            return false;
        }

        bridgedTo = next;
        return true;
    }

    private void Close()
    {
        if (start >= 0)
        {
            var acronym = words == 1 && IsAcronym(text.AsSpan(start, end - start));
            mentions.Add(new NameMention(new TextRange(start, end), acronym, rowInitial));
        }

        start = -1;
    }

    /// <summary>Letters, digits, and between them hyphens, apostrophes before capitals (O'Brien) and the full stops of U.S.</summary>
    private int WordEnd(int at)
    {
        var close = TextCursor.WordEnd(text, at);
        while (close + 1 < text.Length && CharClasses.IsWordPart(text[close + 1])
            && (text[close] is '-' or '\u2011' || (text[close] is '\'' or '’' && close - at == 1 && CharClasses.Of(text[close + 1]) == CharClass.Upper)
                || (text[close] == '.' && CharClasses.Of(text[close - 1]) == CharClass.Upper && CharClasses.Of(text[close + 1]) == CharClass.Upper)))
        {
            close = TextCursor.WordEnd(text, close + 1);
        }

        return close;
    }

    private int SkipPossessive(int close)
    {
        if (close + 1 < text.Length && text[close] is '\'' or '’' && text[close + 1] is 's' or 'S' && TextCursor.WordEnd(text, close + 1) == close + 2)
        {
            Close();
            return close + 2;
        }

        return close;
    }

    /// <summary>The full stop of an initial, of a title or of U.S. lets the name go on.</summary>
    private bool IsAbbreviationStop(int at)
    {
        if (text[at] != '.' || at == 0)
        {
            return false;
        }

        var word = TextCursor.WordBefore(text, at);
        return (word.Length == 1 && char.IsUpper(word[0])) || Abbreviations.IsTitle(word);
    }

    private static bool IsCapital(ReadOnlySpan<char> word) => CharClasses.Of(word[0]) == CharClass.Upper;

    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var character in word)
        {
            if (CharClasses.Of(character) is CharClass.Lower)
            {
                return false;
            }

            capitals += CharClasses.Of(character) == CharClass.Upper ? 1 : 0;
        }

        return capitals > 1;
    }

    private static bool IsSmall(ReadOnlySpan<char> word)
    {
        const int Longest = 16;
        if (word.Length > Longest)
        {
            return false;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return StopWords.Contains(lower) || Abbreviations.BeginsSentences(word);
    }

    private static bool Contains(FrozenSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
