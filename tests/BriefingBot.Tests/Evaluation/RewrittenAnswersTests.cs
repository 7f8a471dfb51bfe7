using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Briefing.Claims;
using BriefingBot.Core.Evaluation.Sets;
using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Evaluation;

/// <summary>Answer sentences of a labelled set as a faithful model would write them: word for word, and by fixed rules in other words.</summary>
public sealed class RewrittenAnswersTests
{
    private static readonly string[] Small = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    [Fact]
    public void Faithful_sentences_are_hardly_ever_withheld()
    {
        var data = Environment.GetEnvironmentVariable("BRIEFINGBOT_DATA");
        Assert.SkipUnless(data is not null, "BRIEFINGBOT_DATA is not set: it names the folder that holds answers-xquad.");
        var set = AnswersSet.Read(Path.Combine(data, "answers-xquad"));
        var corpus = set.Corpus.Rows().ToDictionary(row => row.Id, StringComparer.Ordinal);
        int all = 0, verbatim = 0, rewritten = 0, changed = 0;
        foreach (var question in set.Questions.Where(q => q.Answerable))
        {
            var row = corpus[question.Documents.First()];
            var evidence = new Evidence(row.Text, new ClaimContext(row.Title));
            if (evidence.Sentences.FirstOrDefault(s => s.Stated.Text.Contains(question.Answers[0], StringComparison.Ordinal))?.Stated.Text is not { } sentence)
                continue;
            all++;
            var other = Rewrite(sentence);
            changed += other == sentence ? 0 : 1;
            verbatim += ClaimVerifier.Verify(new Claim(sentence), [evidence]).Supported ? 0 : 1;
            var verdict = ClaimVerifier.Verify(new Claim(other), [evidence]);
            rewritten += verdict.Supported ? 0 : 1;
            if (!verdict.Supported)
                TestContext.Current.SendDiagnosticMessage("{0}: {1} | {2}", verdict.Rule, verdict.Reason, other);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{all} sentences, {changed} changed, withheld {verbatim} verbatim and {rewritten} rewritten");
        Assert.Equal(0, verbatim);
        Assert.True(rewritten <= .05 * all, $"{rewritten} of {all} rewritten sentences were withheld ({changed} were changed).");
    }

    private static string Rewrite(string sentence)
    {
        var text = sentence;
        foreach (var date in DateMentions.Find(text).Where(d => d.Date is not null).Reverse())
            text = text[..date.Range.Start] + date.Date!.Value.ToString("d MMM yyyy", CultureInfo.InvariantCulture) + text[date.Range.End..];
        text = Regex.Replace(text, @"(?<![\w.,/-])([2-9]|1[0-2])(?![\w,/%-]|\.\d)", m => DateMentions.Find(text).Any(d => d.Range.Start <= m.Index && m.Index < d.Range.End) ? m.Value : Small[int.Parse(m.Value)]);
        text = Regex.Replace(text, @"(?<=\d),(?=\d{3})", "");
        text = text.Replace(" said ", " stated ", StringComparison.Ordinal).Replace(" argued ", " claimed ", StringComparison.Ordinal).Replace(" wrote ", " said ", StringComparison.Ordinal);

        // "A, B." becomes "B, A." where each half is long enough to be a clause.
        var comma = text.IndexOf(", ", StringComparison.Ordinal);
        var end = text.TrimEnd('.').Length;
        if (comma > 15 && end - comma > 30 && !text.Contains('"', StringComparison.Ordinal) && !text.Contains('(', StringComparison.Ordinal))
            text = char.ToUpperInvariant(text[comma + 2]) + text[(comma + 3)..end] + ", " + text[..comma] + ".";
        return text;
    }
}
