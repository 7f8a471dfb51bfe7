using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Cli.Rendering;

/// <summary>An answer for a person: the question, the quotes under their frame, the sources, and one quiet line about how it came about.</summary>
internal static class AnswerPage
{
    /// <param name="page">Where it is printed.</param>
    /// <param name="answer">What is printed.</param>
    /// <param name="today">The reader's day, for "2 days ago".</param>
    /// <param name="searched">How many documents were searched, and the newest day among them; told with a refusal.</param>
    public static void Write(Page page, Answer answer, DateOnly today, (int Documents, DateOnly? Newest) searched)
    {
        page.Line(new Span(TerminalText.CleanLine(answer.Question), Look.Strong));
        page.Blank();
        if (answer.Status == AnswerStatus.Insufficient) WriteRefusal(page, answer);
        else WriteBrief(page, answer, today);
        foreach (var caution in answer.Cautions) page.Line(new Span(TerminalText.CleanLine(caution), Look.Warning));
        foreach (var note in answer.Notes) page.Line(new Span(note, Look.Quiet));
        page.Line(new Span(answer.Status == AnswerStatus.Insufficient ? Footer(answer, searched) : Footer(answer), Look.Quiet));
    }

    private static void WriteBrief(Page page, Answer answer, DateOnly today)
    {
        if (answer.Status == AnswerStatus.Doubtful)
        {
            page.Line(new Span("The library may not hold this; the closest passages", Look.Warning));
            page.Blank();
        }

        foreach (var sentence in answer.Sentences.Where(sentence => sentence.Kind != SentenceKind.Disagreement))
            page.Indented(2, Numbered(sentence, answer.Citations));

        var differing = answer.Sentences.Where(sentence => sentence.Kind == SentenceKind.Disagreement).ToList();
        if (differing.Count > 0)
        {
            page.Blank();
            foreach (var sentence in differing) page.Line(Headed(Numbered(sentence, answer.Citations)));
        }

        page.Blank();
        foreach (var citation in answer.Citations) page.Line(Source(citation, today));
        page.Blank();
    }

    private static void WriteRefusal(Page page, Answer answer)
    {
        page.Line(answer.Text.Length > 0 ? answer.Text : "The library does not say.");
        if (answer.Related.Count > 0 && !answer.Text.Contains("[1]", StringComparison.Ordinal))
        {
            var spans = new List<Span> { "Related, but no answer: " };
            foreach (var (index, related) in answer.Related.Index())
            {
                spans.Add($"{(index > 0 ? " · " : "")}{TerminalText.CleanLine(related.Title)} ");
                spans.Add(new Span($"[{related.N}]", Look.Number, related.Url));
            }

            page.Line([.. spans]);
        }

        page.Blank();
    }

    /// <summary>The sentence with its own numbers as links; a number that stands in quoted text is text.</summary>
    private static Span[] Numbered(AnswerSentence sentence, IReadOnlyList<Citation> citations)
    {
        var text = TerminalText.CleanLine(sentence.Text);
        var spans = new List<Span>();
        var plainFrom = 0;
        foreach (var n in sentence.Citations)
        {
            var marker = $"[{n}]";
            var at = text.LastIndexOf(marker, StringComparison.Ordinal);
            if (at < plainFrom) continue;
            spans.Add(text[plainFrom..at]);
            spans.Add(Marker(n, citations));
            plainFrom = at + marker.Length;
        }

        if (plainFrom < text.Length) spans.Add(text[plainFrom..]);
        if (plainFrom == 0)
        {
            foreach (var n in sentence.Citations)
            {
                spans.Add(" ");
                spans.Add(Marker(n, citations));
            }
        }

        return [.. spans];
    }

    private static Span[] Headed(Span[] spans)
    {
        const string heading = "Accounts differ";
        return spans is [var first, .. var rest] && first.Text.StartsWith(heading, StringComparison.Ordinal)
            ? [new(heading, Look.Warning), first.Text[heading.Length..], .. rest]
            : [new($"{heading}: ", Look.Warning), .. spans];
    }

    private static Span Marker(int n, IReadOnlyList<Citation> citations) =>
        new($"[{n}]", Look.Number, citations.FirstOrDefault(citation => citation.N == n)?.Url);

    private static Span[] Source(Citation citation, DateOnly today) =>
    [
        new($"[{citation.N}]", Look.Number, citation.Url),
        " ",
        Phrases.Dotted(
            TerminalText.CleanLine(citation.Title),
            citation.Publisher,
            citation.PublishedOn is { } day ? Phrases.DayAndAge(day, today) : "undated",
            citation.Page is { } leaf ? $"p. {leaf}" : null,
            citation.AlsoCarriedBy.Count > 0 ? $"also carried by {string.Join(", ", citation.AlsoCarriedBy)}" : null),
    ];

    private static string Footer(Answer answer) => Phrases.Dotted(
        answer.AnswerId,
        answer.Writer is "extractive" ? "quoted, no model" : $"written by {answer.Writer}",
        answer.AsOf is { } day ? $"as of {Phrases.Day(day)}" : null,
        answer.NewestSource is { } newest ? $"newest source {Phrases.Day(newest)}" : null,
        answer.Withheld.Count == 0 ? "nothing withheld" : $"{Phrases.Count(answer.Withheld.Count, "claim")} withheld");

    private static string Footer(Answer answer, (int Documents, DateOnly? Newest) searched) => Phrases.Dotted(
        answer.AnswerId,
        "noted as a gap; \"library gaps\" lists them",
        answer.AsOf is { } day ? $"as of {Phrases.Day(day)}" : null,
        $"{Phrases.Count(searched.Documents, "document")} searched{(searched.Newest is { } newest ? $", newest {Phrases.Day(newest)}" : "")}");
}
