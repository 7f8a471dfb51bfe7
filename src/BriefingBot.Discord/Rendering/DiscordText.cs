using System.Globalization;
using System.Text;

namespace BriefingBot.Discord.Rendering;

/// <summary>
/// Makes foreign text harmless in Discord's markup: it can neither ping, nor link, nor format, and reads as it was written.
/// Lengths are in UTF-16 code units. Discord counts code points, which are never more, so what fits here fits there.
/// </summary>
internal static class DiscordText
{
    /// <summary>Stands between characters that would mean something together; shows nothing.</summary>
    internal const char Joint = '\u200B';
    private const int MostMarks = 4;
    private const string Marked = "\\*_~`|>#<[]():";
    private const string AfterBracket = "@#:/!&+ati";

    /// <summary>One line of foreign text as markup that shows just it: white space becomes single spaces.</summary>
    public static string Escape(string text)
    {
        var clean = Clean(text);
        var markup = new StringBuilder(clean.Length + 16);
        for (var i = 0; i < clean.Length; i++)
        {
            var c = clean[i];
            var next = i + 1 < clean.Length ? clean[i + 1] : ' ';
            if (Marked.Contains(c) || (c == '.' && (next != ' ' || IsNumber(clean.AsSpan(0, i)))) || (c == '-' && (i == 0 || next == '#')))
            {
                markup.Append('\\');
            }

            markup.Append(c);
            if (c == '@' || (c == '<' && AfterBracket.Contains(next)))
            {
                markup.Append(Joint);
            }
        }

        return markup.ToString();
    }

    /// <summary>One line without what could hide or turn text around: controls, direction marks, invisible characters, towers of accents.</summary>
    public static string Clean(string text)
    {
        var line = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category is UnicodeCategory.Control)
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }

                marks = 0;
                continue;
            }

            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks <= MostMarks && !Hidden(rune, category))
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>The text, or as many of its words as fit with an ellipsis, so that its markup has at most so many units.</summary>
    public static string EscapeWithin(string text, int most) => Within(Clean(text), most, Escape);

    /// <summary>The same for places that show text as it is: labels and choices.</summary>
    public static string CleanWithin(string text, int most) => Within(Clean(text), most, static line => line);

    private static string Within(string line, int most, Func<string, string> show)
    {
        var whole = show(line);
        if (whole.Length <= most)
        {
            return whole;
        }

        int low = 0, high = Math.Min(line.Length, most);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = show(line[..middle]).Length < most ? (middle, high) : (low, middle - 1);
        }

        var end = low > 0 && char.IsHighSurrogate(line[low - 1]) ? low - 1 : low;
        var space = line.LastIndexOf(' ', Math.Max(0, end - 1), Math.Min(Math.Max(0, end - 1) + 1, 40));
        return show(line[..(space > 0 ? space : end)].TrimEnd()) + "…";
    }

    /// <summary>Whether a full stop after it would make a numbered list.</summary>
    private static bool IsNumber(ReadOnlySpan<char> start) => start.Length is > 0 and < 12 && !start.ContainsAnyExceptInRange('0', '9');

    /// <summary>Format characters but for the two joiners that scripts and emoji need, and the unassigned and private ones.</summary>
    private static bool Hidden(Rune rune, UnicodeCategory category)
        => (category is UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D))
            || category is UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;
}
