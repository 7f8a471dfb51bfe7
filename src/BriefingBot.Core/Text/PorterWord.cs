namespace BriefingBot.Core.Text;

/// <summary>A word on its way through the steps of <see cref="PorterStemmer"/>; the paper's conditions are its members.</summary>
internal ref struct PorterWord(Span<char> letters)
{
    private readonly Span<char> letters = letters;

    public int Length { get; set; } = letters.Length;

    public readonly char Last => Length > 0 ? letters[Length - 1] : '\0';

    public readonly bool Ends(string suffix) => ((ReadOnlySpan<char>)letters[..Length]).EndsWith(suffix);

    /// <summary>The paper's m: how many times a vowel is followed by a consonant in the first <paramref name="count"/> letters.</summary>
    public readonly int Measure(int count)
    {
        var (measure, vowelBefore) = (0, false);
        for (var index = 0; index < count; index++)
        {
            var vowel = IsVowel(index, vowelBefore);
            if (vowelBefore && !vowel)
            {
                measure++;
            }

            vowelBefore = vowel;
        }

        return measure;
    }

    /// <summary>*v*</summary>
    public readonly bool HasVowel(int count)
    {
        for (var index = 0; index < count; index++)
        {
            if (IsVowel(index))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>*d</summary>
    public readonly bool EndsInDouble() => Length >= 2 && letters[Length - 1] == letters[Length - 2] && !IsVowel(Length - 1);

    /// <summary>*o: consonant, vowel, consonant, and the last is not w, x or y.</summary>
    public readonly bool EndsShort(int count) =>
        count >= 3 && !IsVowel(count - 1) && IsVowel(count - 2) && !IsVowel(count - 3) && letters[count - 1] is not ('w' or 'x' or 'y');

    public void Append(char letter) => letters[Length++] = letter;

    /// <summary>Replaces the one suffix of the table that fits (the longest) where the stem before it has m > 0.</summary>
    public void Replace(ReadOnlySpan<(string Suffix, string Replacement)> table)
    {
        foreach (var (suffix, replacement) in table)
        {
            if (Ends(suffix))
            {
                if (Measure(Length - suffix.Length) > 0)
                {
                    replacement.CopyTo(letters[(Length - suffix.Length)..]);
                    Length += replacement.Length - suffix.Length;
                }

                return;
            }
        }
    }

    public readonly char Before(int suffixLength) => Length > suffixLength ? letters[Length - suffixLength - 1] : '\0';

    public void SetLast(char letter) => letters[Length - 1] = letter;

    private readonly bool IsVowel(int index)
    {
        if (letters[index] != 'y')
        {
            return letters[index] is 'a' or 'e' or 'i' or 'o' or 'u';
        }

        // A row of y's alternates; count back to the letter that decides.
        var first = index;
        while (first > 0 && letters[first - 1] == 'y')
        {
            first--;
        }

        var startsAsVowel = first > 0 && letters[first - 1] is not ('a' or 'e' or 'i' or 'o' or 'u');
        return startsAsVowel == ((index - first) % 2 == 0);
    }

    private readonly bool IsVowel(int index, bool vowelBefore) =>
        letters[index] is 'a' or 'e' or 'i' or 'o' or 'u' || (letters[index] == 'y' && index > 0 && !vowelBefore);
}
