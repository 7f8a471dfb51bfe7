using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>Text of documents and people as a model is shown it: on one line, without what would mean something to the model's template.</summary>
internal static class FencedText
{
    private static readonly string[] Signs = ["<|", "|>", "[INST]", "[/INST]", "<<SYS>>", "<</SYS>>", "<s>", "</s>", "<start_of_turn>", "<end_of_turn>", "```"];

    /// <summary>One line: line ends and unseen characters are blanks, and signs by which chat templates part turns are broken open.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator:
                    if (line.Length > 0 && line[^1] != ' ')
                        line.Append(' ');
                    break;
                case UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned:
                    break;
                default:
                    line.Append(rune.ToString());
                    break;
            }
        }

        // Breaking one sign open may close another one; a second pass finds those.
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var sign in Signs)
                line.Replace(sign, sign[..1] + " " + sign[1..]);
        }

        return line.ToString().Trim();
    }

    /// <summary>A line that does not stand in the text: made of the text's own hash, so that no text can know it beforehand.</summary>
    public static string Fence(string text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        for (var length = 8; ; length++)
        {
            var fence = $"===== {hash[..Math.Min(length, hash.Length)]} =====";
            if (length >= hash.Length || !text.Contains(fence, StringComparison.Ordinal))
                return fence;
        }
    }
}
