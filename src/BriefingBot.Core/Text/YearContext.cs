using System.Collections.Frozen;

namespace BriefingBot.Core.Text;

/// <summary>Whether four digits alone are a year: "in 2015", "the 2015 accord", but not "some 2000 people" and not "$2015".</summary>
internal static class YearContext
{
    /// <summary>Years of living memory need no word that says so.</summary>
    private const int Recent = 1900, NotYet = 2100;

    private static readonly FrozenSet<string> Dating = Set(
        "in since by until till during before after year years circa early late mid spring summer autumn winter from between en desde seit depuis im jahr année año anno");

    private static readonly FrozenSet<string> Counting = Set("about some over nearly almost around than least approximately roughly exactly no nos number page top another additional fewer more under");

    private static readonly FrozenSet<string> Counted = Set(
        "people troops men women children soldiers militants fighters dollars euros pounds rupees km kilometers kilometres miles metres meters feet tons tonnes kg years days hours minutes percent per pct words pages cases deaths jobs homes "
        + "houses families civilians workers students members million billion thousand hundred tents boats ships vehicles barrels megawatts hectares acres square");

    public static bool Allows(string text, int start, int end, int year)
    {
        if (!IsFree(text, start, end))
        {
            return false;
        }

        var before = TextCursor.WordBefore(text, start);
        if (Contains(Counting, before) || Contains(Counted, TextAfter(text, end)))
        {
            return false;
        }

        return year is >= Recent and < NotYet || (year is >= 1000 and < NotYet && Contains(Dating, before));
    }

    /// <summary>No part of a larger figure, code or amount.</summary>
    private static bool IsFree(string text, int start, int end)
    {
        if (end < text.Length && (CharClasses.IsWordPart(text[end]) || text[end] is '%' or '€' or '$' or '£'
            || (end + 1 < text.Length && text[end] is ',' or '.' or ':' && char.IsAsciiDigit(text[end + 1]))))
        {
            return false;
        }

        if (start == 0)
        {
            return true;
        }

        var before = text[start - 1];
        return before is not ('$' or '€' or '£' or '¥' or '₹' or '#' or '.' or ',' or ':' or '/' or '+' or '=' or '_' or '@')
            && !(before == '-' && start > 1 && char.IsUpper(text[start - 2]));
    }

    private static ReadOnlySpan<char> TextAfter(string text, int end)
    {
        var next = TextCursor.Gap(text, end);
        return next == end ? [] : text.AsSpan(next, TextCursor.LettersEnd(text, next) - next);
    }

    private static bool Contains(FrozenSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
