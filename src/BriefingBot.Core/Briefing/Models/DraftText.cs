using System.Globalization;
using System.Text;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>Takes off what models put around sentences.</summary>
internal static class DraftText
{
    private static readonly string[] Openings =
    [
        "Based on the provided passages,", "Based on the passages provided,", "Based on the passages,", "According to the passages,", "According to the provided passages,", "The passages say that",
        "The passages state that", "In summary,", "To summarize,", "To summarise,", "Overall,", "Answer:", "Brief:", "Summary:",
    ];

    private static readonly string[] Refusals =
    [
        "not in the passages", "the passages do not", "the passages don't", "the passages don’t", "the provided passages do not", "none of the passages", "i cannot", "i can't", "i can’t", "i'm sorry", "i’m sorry",
        "i am sorry", "i am unable", "i'm unable", "i’m unable", "sorry,", "as an ai", "no information", "the answer is not", "there is no information", "insufficient information", "i do not have", "i don't have", "i don’t have",
    ];

    private static readonly string[] Preambles =
        ["sure", "certainly", "of course", "here is", "here's", "here’s", "here are", "okay", "ok,", "let me", "i hope", "please let me know", "let me know", "feel free", "<think>", "</think>"];

    private static readonly string[] FootnoteHeads = ["sources", "references", "citations", "footnotes", "notes", "passages", "source"];

    /// <summary>A line without list signs, heading signs, emphasis and characters nobody sees.</summary>
    public static string StripLine(string line)
    {
        var text = Visible(line).Trim().TrimStart('#', '>', '*', '-', '•', '–', '·', '+', '‣', '▪').Trim();
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        if (digits is > 0 and <= 2 && digits + 1 < text.Length && text[digits] is '.' or ')' && text[digits + 1] is ' ')
            text = text[(digits + 2)..];
        return text.Replace("**", "", StringComparison.Ordinal).Replace("__", "", StringComparison.Ordinal).Trim();
    }

    public static string StripOpening(string text)
    {
        foreach (var opening in Openings)
        {
            if (!text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = text[opening.Length..].TrimStart();
            return rest.Length == 0 ? "" : char.ToUpperInvariant(rest[0]) + rest[1..];
        }

        return text;
    }

    public static bool IsPreamble(string text, int passages) =>
        text[^1] is ':' && passages == 0 || (passages == 0 && Array.Exists(Preambles, p => text.StartsWith(p, StringComparison.OrdinalIgnoreCase)));

    public static bool IsRefusal(string text) => Array.Exists(Refusals, r => text.StartsWith(r, StringComparison.OrdinalIgnoreCase));

    /// <summary>"Sources:" and "[1]: …" or "[^1]: …" begin the part that only repeats where things stand.</summary>
    public static bool BeginsFootnotes(string line)
    {
        var head = line.TrimEnd(':', ' ', '*', '.');
        if (Array.Exists(FootnoteHeads, h => head.Equals(h, StringComparison.OrdinalIgnoreCase)))
            return true;
        return line[0] is '[' && line.IndexOf(']', StringComparison.Ordinal) is > 1 and < 8 and var close && close + 1 < line.Length && line[close + 1] is ':';
    }

    /// <summary>Control, format and private characters, and halves of surrogate pairs, are no part of a sentence.</summary>
    private static string Visible(string line)
    {
        var text = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.SpaceSeparator)
                text.Append(' ');
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned) && rune != Rune.ReplacementChar)
                text.Append(rune.ToString());
        }

        return text.ToString();
    }
}
