using System.Text;
using BriefingBot.Core.Text;

namespace BriefingBot.Cli.Rendering;

/// <summary>Text of documents, files and people is data: it must not move the cursor, colour the screen or reverse what stands beside it.</summary>
internal static class TerminalText
{
    /// <summary>Without control characters (line ends and tabs apart) and without the marks that override the direction of text.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // an unpaired surrogate comes out as U+FFFD
        {
            if (rune.Value is '\n') clean.Append('\n');
            else if (rune.Value is '\t') clean.Append("    ");
            else if (rune.Value is 0x2028 or 0x2029) clean.Append('\n');
            else if (!Rune.IsControl(rune) && !OverridesDirection(rune.Value)) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>The same on one line: every run of white space is one space.</summary>
    public static string CleanLine(string text) => Spaces.Single(Clean(text));

    // Unicode Standard Annex 9: embeddings and overrides (202A..202E), isolates (2066..2069).
    private static bool OverridesDirection(int rune) => rune is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
