using System.Buffers;

namespace BriefingBot.Core.Text;

/// <summary>
/// Brings received text into the one form everything else counts in: NFC, LF line ends, no invisible control characters.
/// Normalising twice changes nothing more.
/// </summary>
public static class TextNormalizer
{
    private const char Replacement = '\uFFFD';

    /// <summary>Stands for "this character goes" in the answer of <see cref="Clean"/>, which never keeps it.</summary>
    private const char Nothing = '\uFFFF';

    /// <summary>Printable ASCII and line feeds: all of ASCII that is clean, passed over many characters at a time.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), '\n']);

    /// <summary>
    /// NFC; CRLF, CR, NEL, form feed, U+2028 and U+2029 become LF; tabs, no-break and other Unicode spaces become a space; other controls, byte order marks,
    /// soft hyphens, zero-width spaces, word joiners and bidirectional overrides go (joiners that Persian, Hindi and emoji need stay);
    /// a lone surrogate becomes U+FFFD; spaces at line ends go. Runs of spaces and blank lines stay as they are.
    /// </summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = FirstChange(text);
        return CanonicalComposition.Compose(first < 0 ? text : Rewrite(text, first));
    }

    /// <summary>Whether <see cref="Normalize"/> leaves the text as it is; of a few rare texts it says no all the same.</summary>
    internal static bool IsNormal(ReadOnlySpan<char> text) => FirstChange(text) < 0 && CanonicalComposition.IsPlain(text);

    /// <summary>Where the text stops being clean, or -1. No allocation, since most text is clean.</summary>
    private static int FirstChange(ReadOnlySpan<char> text)
    {
        // A space goes where its line ends there; looked for by themselves, all other spaces need no look.
        var space = text.IndexOf(" \n");
        if (space < 0 && text.EndsWith(' '))
        {
            space = text.Length - 1;
        }

        var other = FirstUnclean(space < 0 ? text : text[..space]);
        return other < 0 ? space : other;
    }

    /// <summary>The first character that is not its own clean form, or -1.</summary>
    private static int FirstUnclean(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var character = text[at];
            if (char.IsAscii(character))
            {
                var step = text[at..].IndexOfAnyExcept(Plain);
                if (step <= 0)
                {
                    return step < 0 ? -1 : at;
                }

                at += step;
                continue;
            }

            if (char.IsSurrogate(character))
            {
                if (!char.IsHighSurrogate(character) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]))
                {
                    return at;
                }

                at++;
            }
            else if (Clean(character) != character)
            {
                return at;
            }

            at++;
        }

        return -1;
    }

    private static string Rewrite(string text, int first)
    {
        // Never longer than the text was.
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            return new string(buffer, 0, Rewrite(text, first, buffer));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static int Rewrite(string text, int first, Span<char> result)
    {
        text.AsSpan(0, first).CopyTo(result);
        var length = first;
        for (var at = first; at < text.Length; at++)
        {
            var character = text[at];
            if (char.IsSurrogate(character))
            {
                at += AddSurrogate(text, at, result, ref length);
                continue;
            }

            if (character == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
            {
                continue;
            }

            var clean = Clean(character);
            if (clean == '\n')
            {
                length = WithoutSpaces(result, length);
            }

            if (clean != Nothing)
            {
                result[length++] = clean;
            }
        }

        return WithoutSpaces(result, length);
    }

    /// <summary>Adds a pair, or the replacement of a lone half; returns how many more characters it took.</summary>
    private static int AddSurrogate(string text, int at, Span<char> result, ref int length)
    {
        if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            result[length++] = text[at];
            result[length++] = text[at + 1];
            return 1;
        }

        result[length++] = Replacement;
        return 0;
    }

    private static int WithoutSpaces(ReadOnlySpan<char> result, int length) => result[..length].TrimEnd(' ').Length;

    private static char Clean(char character) => character switch
    {
        '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029' => '\n',
        '\t' => ' ',
        < ' ' or (>= '\u007F' and <= '\u009F') => Nothing,
        < '\u00A0' => character,
        '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' => Nothing,
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => Nothing,
        '\uFFFE' or '\uFFFF' => Replacement,
        _ => char.IsWhiteSpace(character) ? ' ' : character,
    };
}
