namespace BriefingBot.Core.Text;

/// <summary>What a term is, for rules that treat names and numbers apart.</summary>
public enum TermKind
{
    /// <summary>An ordinary content word, stemmed when the text is English.</summary>
    Word,

    /// <summary>A name: capitalised inside running text, or written in capitals (US, WHO, IS-K).</summary>
    Name,

    /// <summary>A number, thousands separators removed ("1,000" is 1000).</summary>
    Number,

    /// <summary>Two neighbouring characters of a script that writes no spaces.</summary>
    Bigram,
}

/// <summary>One term of the analyser: what is stored in the index and what is asked of it.</summary>
/// <param name="Value">The index term: letters and digits, lower case, and <c>_</c> at the end of a name that would otherwise be a stop word ("us_").</param>
/// <param name="Word">The word as written but folded: lower case, no accents, no possessive, no thousands separators; unstemmed ("U.S." is us, "3.50" stays 3.50, "IS-K" is is-k).</param>
/// <param name="Range">Where it stands in the analysed text.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct Term(string Value, string Word, TextRange Range, TermKind Kind);
