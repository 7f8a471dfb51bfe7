using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing;

/// <summary>Which words can be an answer of a given type.</summary>
internal static class AnswerTokens
{
    private static readonly HashSet<string> NumberWords = new(StringComparer.Ordinal)
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "thousand",
        "thousands", "million", "millions", "billion", "billions", "dozen", "dozens", "half", "third", "quarter", "twice", "double", "once",
    };

    private static readonly HashSet<string> DateWords = new(StringComparer.Ordinal)
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "century", "yesterday", "today",
    };

    public static bool Fits(Term term, AnswerType expects) => expects switch
    {
        AnswerType.Number => IsNumber(term),
        AnswerType.Date => DateWords.Contains(term.Word) || (IsNumber(term) && char.IsAsciiDigit(term.Word[0])),
        AnswerType.Name => term.Kind == TermKind.Name,
        _ => term.Kind != TermKind.Number || term.Word.Length > 1,
    };

    private static bool IsNumber(Term term) =>
        term.Kind == TermKind.Number || NumberWords.Contains(term.Word) || (term.Word.Length > 0 && char.IsAsciiDigit(term.Word[0]));
}
