namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>One line of a page (or a paragraph that was wrapped over several) and what the rules ask about it.</summary>
internal sealed class TextLine(string text, bool afterBlank)
{
    /// <summary>Rules about short lines do not look at longer ones: they cannot be page furniture.</summary>
    public const int LongestFurniture = 700;

    private const int MostNoticeWords = 45;
    private const string AroundKey = " •‣▪●◦·*-|><›‹→←\"#:.!…：。！";

    private string? key;

    /// <summary>As it stands on the page, without the white space around it.</summary>
    public string Text => text;

    /// <summary>Whether a blank line stands before it.</summary>
    public bool AfterBlank => afterBlank;

    /// <summary>The rule that took it; null while it stays.</summary>
    public string? Rule { get; set; }

    /// <summary>Number of words; two characters of a script without spaces are one.</summary>
    public int Words { get; } = (WordMeter.HalfWords(text) + 1) / 2;

    /// <summary>For comparing: lower case, straight quotes, single spaces, no bullets or arrows around it. "" where the line is too long to be furniture.</summary>
    public string Key => key ??= text.Length > LongestFurniture ? "" : KeyOf(text);

    /// <summary>Ends like a sentence: a full stop, question or exclamation mark, perhaps a closing quote or bracket after it; no trailing dots.</summary>
    public bool EndsSentence { get; } = EndsLikeSentence(text);

    /// <summary>Cut off by a page: "…" or "..." at the end.</summary>
    public bool IsCutOff => text.EndsWith('…') || text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith("[…]", StringComparison.Ordinal) || text.EndsWith("[...]", StringComparison.Ordinal);

    /// <summary>Reads like running text.</summary>
    public bool IsProse => ((EndsSentence && Words >= 6) || Words > 32) && !IsRightsNotice;

    /// <summary>"© 2031 …", "… All rights reserved."</summary>
    public bool IsRightsNotice => Words <= MostNoticeWords
        && (text[0] is '©' || Key.StartsWith("copyright ", StringComparison.Ordinal) || Key.StartsWith("(c) ", StringComparison.Ordinal) || Key.Contains("all rights reserved", StringComparison.Ordinal));

    /// <summary>Reads like a headline, a label or a caption: short, and no sentence.</summary>
    public bool IsHeadline => Words is >= 3 and <= 30 && !IsItem && (!EndsSentence || (Text[^1] is '?' or '!' or '"' or '”' or '’' or '\'' or '？' or '！' && Words <= 18));

    /// <summary>A bullet or a numbered item.</summary>
    public bool IsItem => text[0] is '•' or '‣' or '▪' or '●' or '◦' or '·' or '*' or '[' || (text.Length > 2 && text[0] is '-' or '–' && text[1] == ' ' && text[^1] is not ('-' or '–'))
        || (char.IsAsciiDigit(text[0]) && text.AsSpan().TrimStart("0123456789") is ['.' or ')', ' ', ..]);

    public static string KeyOf(string text)
    {
        var simpler = text.Length <= LongestFurniture ? stackalloc char[LongestFurniture] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            var simple = c switch { '‘' or '’' or '`' => '\'', '“' or '”' or '„' or '«' or '»' => '"', '–' or '—' => '-', _ => char.ToLowerInvariant(c) };
            if (!char.IsWhiteSpace(simple))
                simpler[length++] = simple;
            else if (length > 0 && simpler[length - 1] != ' ')
                simpler[length++] = ' ';
        }

        return simpler[..length].Trim(AroundKey).ToString();
    }

    /// <summary>Whether it has more letters and digits than a number: they all stand in its <see cref="Key"/>, which need not be made to see that it is longer.</summary>
    public bool HasMoreLettersThan(int number)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) && --number < 0) return true;
        }

        return false;
    }

    private static bool EndsLikeSentence(string text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] is '"' or '”' or '’' or '\'' or ')' or ']' or '»' or '」' or '』' or '）') end--;
        if (end == 0) return false;
        if (text[end - 1] is '!' or '?' or '。' or '！' or '？' or '؟' or '।' or '۔') return true;
        return text[end - 1] == '.' && (end < 2 || text[end - 2] != '.');
    }
}
