using System.Buffers;
using System.Globalization;

namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>A run of capitalised words something is credited to.</summary>
/// <param name="Start">Where the credit begins: with "told", or with the name that reported.</param>
/// <param name="End">One past its last character.</param>
/// <param name="NameStart">Where the name begins.</param>
/// <param name="NameEnd">One past its last character.</param>
internal sealed record Credit(int Start, int End, int NameStart, int NameEnd)
{
    /// <summary>"X reported", not "told X".</summary>
    public bool IsReporter => Start == NameStart;
}

/// <summary>
/// Finds "told X", "reported by X" and "X reported" from left to right, none inside another. X is up to four capitalised words; "the" or "news agency" may stand before it in
/// the one, "has", "first" or "news agency" behind it in the other. The few words that give credit are looked for, and the name is read off beside them.
/// </summary>
internal ref struct Credits(ReadOnlySpan<char> text)
{
    private const int MostWords = 4;

    private static readonly string[] Leads = ["told", "reported by", "quoted by", "interview with", "statement to"];
    private static readonly string[] Verbs = ["reported", "reports"];
    private static readonly string[] BeforeName = ["the", "news agency"];
    private static readonly string[] BeforeVerb = ["news agency", "has", "first"];
    private static readonly SearchValues<string> AnyLead = SearchValues.Create(Leads, StringComparison.Ordinal);
    private static readonly SearchValues<string> AnyVerb = SearchValues.Create(Verbs, StringComparison.Ordinal);

    private readonly ReadOnlySpan<char> text = text;
    private Credit? told = Told(text, 0);
    private Credit? reported = Reported(text, 0);

    /// <summary>The next credit; null behind the last.</summary>
    public Credit? Next()
    {
        // Of "told Reuters reported" the one that begins first counts, and the other kind is looked for again behind it.
        var next = told is null || reported?.Start < told.Start ? reported : told;
        if (told?.Start < next?.End) told = Told(text, next.End);
        if (reported?.Start < next?.End) reported = Reported(text, next.End);
        return next;
    }

    private static Credit? Told(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; text[at..].IndexOfAny(AnyLead) is >= 0 and var hit; at++)
        {
            at += hit;
            var name = at + LengthAt(text[at..], Leads) + 1;
            if (!IsSpace(text, name - 1)) continue;
            var between = LengthAt(text[name..], BeforeName);
            if (between > 0 && IsSpace(text, name + between)) name += between + 1;
            if (name == text.Length || !char.IsUpper(text[name])) continue;
            var end = NameEnd(text, name);
            return new Credit(at, end, name, end);
        }

        return null;
    }

    private static Credit? Reported(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; text[at..].IndexOfAny(AnyVerb) is >= 0 and var hit; at++)
        {
            at += hit;
            var end = at + LengthAt(text[at..], Verbs);
            if (at == from || !IsSpace(text, at - 1) || (end < text.Length && GoesOn(text[end]))) continue;
            var nameEnd = BeforeWords(text[from..(at - 1)]) + from;
            if (NameStart(text, from, nameEnd) is >= 0 and var name) return new Credit(name, end, name, nameEnd);
        }

        return null;
    }

    /// <summary>How long the one of the words is that stands at the beginning; 0 for none.</summary>
    private static int LengthAt(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal)) return word.Length;
        }

        return 0;
    }

    /// <summary>Where the name ends that one of <see cref="BeforeVerb"/> may follow.</summary>
    private static int BeforeWords(ReadOnlySpan<char> text)
    {
        foreach (var word in BeforeVerb)
        {
            var space = text.Length - word.Length - 1;
            if (IsSpace(text, space) && text.EndsWith(word, StringComparison.Ordinal)) return space;
        }

        return text.Length;
    }

    private static int NameEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        for (var words = 1; ; words++)
        {
            while (end < text.Length && IsNamePart(text[end])) end++;
            if (words == MostWords || !IsSpace(text, end) || end + 1 == text.Length || !char.IsUpper(text[end + 1])) return end;
            end++;
        }
    }

    /// <summary>As far back as the words are capitalised; the first may have its capital inside. -1 where the last has none.</summary>
    private static int NameStart(ReadOnlySpan<char> text, int from, int end)
    {
        var name = -1;
        for (var words = 0; words < MostWords; words++)
        {
            var start = end;
            while (start > from && IsNamePart(text[start - 1])) start--;
            var capital = start;
            while (capital < end && !char.IsUpper(text[capital])) capital++;
            if (capital == end) return name;
            name = capital;
            if (capital > start || start == from || !IsSpace(text, start - 1)) return name;
            end = start - 1;
        }

        return name;
    }

    private static bool IsSpace(ReadOnlySpan<char> text, int at) => (uint)at < (uint)text.Length && char.IsWhiteSpace(text[at]);

    internal static bool IsNamePart(char c) => c is '.' or '&' or '/' or '-' || IsWordPart(c);

    /// <summary>Whether the word "reported" goes on with it; the joiners hold words together.</summary>
    internal static bool GoesOn(char c) => c is '\u200C' or '\u200D' || IsWordPart(c);

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is <= UnicodeCategory.NonSpacingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
}
