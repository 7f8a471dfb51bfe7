namespace BriefingBot.Core.Text;

/// <summary>The steps of the paper, in its order and with its tables; longer suffixes stand before the shorter ones they end in.</summary>
internal static class PorterSteps
{
    public static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"), ("alli", "al"), ("entli", "ent"),
        ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"),
        ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    public static readonly (string Suffix, string Replacement)[] Step3 =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Step4 =
        ["al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize"];

    /// <summary>Step 1a.</summary>
    public static void Plurals(ref PorterWord word)
    {
        if (word.Ends("sses") || word.Ends("ies"))
        {
            word.Length -= 2;
        }
        else if (word.Ends("s") && !word.Ends("ss"))
        {
            word.Length--;
        }
    }

    /// <summary>Step 1b.</summary>
    public static void PastAndProgressive(ref PorterWord word)
    {
        if (word.Ends("eed"))
        {
            if (word.Measure(word.Length - 3) > 0)
            {
                word.Length--;
            }

            return;
        }

        var suffix = word.Ends("ed") ? 2 : word.Ends("ing") ? 3 : 0;
        if (suffix == 0 || !word.HasVowel(word.Length - suffix))
        {
            return;
        }

        word.Length -= suffix;
        if (word.Ends("at") || word.Ends("bl") || word.Ends("iz"))
        {
            word.Append('e');
        }
        else if (word.EndsInDouble() && word.Last is not ('l' or 's' or 'z'))
        {
            word.Length--;
        }
        else if (word.Measure(word.Length) == 1 && word.EndsShort(word.Length))
        {
            word.Append('e');
        }
    }

    /// <summary>Step 1c.</summary>
    public static void FinalY(ref PorterWord word)
    {
        if (word.Last == 'y' && word.HasVowel(word.Length - 1))
        {
            word.SetLast('i');
        }
    }

    /// <summary>Step 4: of the suffixes that fit, the longest decides.</summary>
    public static void LongSuffixes(ref PorterWord word)
    {
        var longest = 0;
        foreach (var suffix in Step4)
        {
            if (suffix.Length > longest && word.Ends(suffix))
            {
                longest = suffix.Length;
            }
        }

        if (longest == 0 || word.Measure(word.Length - longest) <= 1 || (word.Ends("ion") && word.Before(3) is not ('s' or 't')))
        {
            return;
        }

        word.Length -= longest;
    }

    /// <summary>Step 5.</summary>
    public static void FinalE(ref PorterWord word)
    {
        if (word.Last == 'e')
        {
            var measure = word.Measure(word.Length - 1);
            if (measure > 1 || (measure == 1 && !word.EndsShort(word.Length - 1)))
            {
                word.Length--;
            }
        }

        if (word.Last == 'l' && word.EndsInDouble() && word.Measure(word.Length) > 1)
        {
            word.Length--;
        }
    }
}
