namespace BriefingBot.Core.Text;

/// <summary>
/// The English suffix stripper of M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, pages 130–137, as published:
/// without the later revisions of his own distribution except that words of one or two letters are left alone.
/// </summary>
public static class PorterStemmer
{
    /// <summary>The stem of a lower-case English word. What is not made of a–z comes back unchanged.</summary>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        Span<char> buffer = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        word.CopyTo(buffer);
        var length = Stem(buffer);
        return length == word.Length && buffer.SequenceEqual(word) ? word : new string(buffer[..length]);
    }

    /// <summary>The stem of a lower-case English word.</summary>
    public static string Stem(ReadOnlySpan<char> word)
    {
        Span<char> buffer = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        word.CopyTo(buffer);
        return new string(buffer[..Stem(buffer)]);
    }

    /// <summary>Stems in place; returns the length of the stem. Never longer than the word.</summary>
    internal static int Stem(Span<char> word)
    {
        if (word.Length < 3 || word.ContainsAnyExceptInRange('a', 'z'))
        {
            return word.Length;
        }

        var stem = new PorterWord(word);
        PorterSteps.Plurals(ref stem);
        PorterSteps.PastAndProgressive(ref stem);
        PorterSteps.FinalY(ref stem);
        stem.Replace(PorterSteps.Step2);
        stem.Replace(PorterSteps.Step3);
        PorterSteps.LongSuffixes(ref stem);
        PorterSteps.FinalE(ref stem);
        return stem.Length;
    }
}
