namespace BriefingBot.Core.Retrieval;

/// <summary>What the small words of an English question say: which type of answer, and how much of it.</summary>
/// <remarks>Answer types after Li and Roth 2002, "Learning question classifiers", reduced to the three that can be seen in a sentence.</remarks>
internal static class QuestionWords
{
    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal)
    {
        "who", "whom", "whose", "where", "when", "how", "what", "which", "why", "what's", "who's",
    };

    private static readonly HashSet<string> Measures = new(StringComparer.Ordinal)
    {
        "many", "much", "old", "long", "far", "tall", "large", "big", "high", "fast", "deep", "heavy", "often", "wide", "few", "common",
    };

    private static readonly HashSet<string> Quantities = new(StringComparer.Ordinal)
    {
        "percentage", "percent", "number", "amount", "proportion", "fraction", "share", "size", "population", "cost", "price", "age", "score",
        "total", "rate", "reward", "sum", "length", "height", "temperature",
    };

    private static readonly HashSet<string> Times = new(StringComparer.Ordinal)
    {
        "year", "years", "month", "day", "date", "decade", "century", "season",
    };

    private static readonly HashSet<string> Whether = new(StringComparer.Ordinal)
    {
        "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "can", "could", "will", "would", "should",
    };

    private static readonly string[] AccountOpenings =
    [
        "what is known", "what's known", "what do we know", "what was known", "what has been said", "what has been reported", "what is being said",
        "what is said", "what is reported", "summarise", "summarize", "summary of", "sum up", "give an account", "give an overview", "overview of",
        "give a timeline", "give a summary", "give me a", "timeline", "chronology", "compare ", "tell me about", "tell us about", "what is the timeline",
        "what are the positions", "what are the views", "how do accounts", "how do the accounts", "how do reports", "brief me", "please summarise", "please summarize",
        "what are the differing", "what are the different accounts",
    ];

    private static readonly HashSet<string> Instructions = new(StringComparer.Ordinal)
    {
        "summarise", "summarize", "summary", "sum", "timeline", "chronology", "overview", "account", "accounts", "known", "know", "say", "said", "says",
        "think", "tell", "give", "brief", "compare", "differ", "differing", "disagree", "please", "reported", "positions", "views",
    };

    private static readonly HashSet<string> Saying = new(StringComparer.Ordinal) { "say", "think", "claim", "argue", "report", "disagree", "differ" };

    private static readonly char[] Breaks = [' ', '\t', '\n', '\r', ',', '?', '!', '.', ';', ':', '"', '“', '”', '(', ')'];

    public static AnswerType Expects(string question)
    {
        var words = Words(question);
        var at = words.FindIndex(Asking.Contains);
        if (at < 0)
            return AnswerType.Other;
        var next = at + 1 < words.Count ? words[at + 1] : "";
        return words[at] switch
        {
            "who" or "whom" or "whose" or "where" or "who's" => AnswerType.Name,
            "when" => AnswerType.Date,
            "how" => Measures.Contains(next) ? AnswerType.Number : AnswerType.Other,
            "what" or "which" => Asked(words, at),
            _ => AnswerType.Other,
        };
    }

    /// <summary>A word that tells the program what to do ("summarise") and is not searched for where an account is wanted.</summary>
    public static bool Instructs(string word) => Instructions.Contains(word);

    public static QuestionForm Form(string question)
    {
        var words = Words(question);
        if (words.Count == 0)
            return QuestionForm.Fact;
        var start = string.Join(' ', words.Take(12));
        if (AccountOpenings.Any(o => start.StartsWith(o, StringComparison.Ordinal)) || WantsVoices(words))
            return QuestionForm.Account;
        return Whether.Contains(words[0]) && !words.Contains("or", StringComparer.Ordinal) ? QuestionForm.Whether : QuestionForm.Fact;
    }

    /// <summary>"What do the ministry and the union say …", "why do the reports differ".</summary>
    private static bool WantsVoices(List<string> words)
    {
        var at = words.FindIndex(Asking.Contains);
        if (at < 0 || at + 1 >= words.Count || words[at] is not ("what" or "why" or "how") || words[at + 1] is not ("do" or "did" or "have"))
            return false;
        var verb = words.FindIndex(at + 2, Saying.Contains);
        if (verb < 0)
            return false;
        return words[verb] is "differ" or "disagree" || words.FindIndex(at + 2, verb - at - 2, w => w is "and") >= 0;
    }

    /// <summary>The noun a "what" or "which" asks for stands within the next three words ("what average annual number").</summary>
    private static AnswerType Asked(List<string> words, int at)
    {
        foreach (var word in words.Skip(at + 1).Take(3))
        {
            if (Whether.Contains(word) && word is not ("is" or "was"))
                break;
            if (Times.Contains(word))
                return AnswerType.Date;
            if (Quantities.Contains(word))
                return AnswerType.Number;
        }

        return words[at] is "which" ? AnswerType.Name : AnswerType.Other;
    }

    private static List<string> Words(string question)
    {
        var head = question.Length > 1000 ? question[..1000] : question;
        return [.. head.ToLowerInvariant().Split(Breaks, StringSplitOptions.RemoveEmptyEntries)];
    }
}
