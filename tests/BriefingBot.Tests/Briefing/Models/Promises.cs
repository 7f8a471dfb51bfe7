using System.Text.RegularExpressions;
using BriefingBot.Core.Briefing.Claims;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Briefing.Models;

/// <summary>What holds of every answer, whoever wrote it.</summary>
internal static class Promises
{
    private static readonly string[] Forbidden = ["://", "www.", "@everyone", "@here", "<@", "](", "javascript:", "<img", "<script"];

    public static void Keep(LibraryFile library, Answer answer)
    {
        QuotesAreStoredText(library, answer);
        NumbersAreDense(answer);
        foreach (var sentence in answer.Sentences.Where(s => s.Kind == SentenceKind.Summary))
        {
            Assert.All(Forbidden, sign => Assert.DoesNotContain(sign, sentence.Text, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain('\n', sentence.Text);
            var cited = answer.Citations.Where(c => sentence.Citations.Contains(c.N)).ToList();
            var text = Regex.Replace(sentence.Text, @" (\[\d+\])+$", "");
            Assert.All(QuotedStrings.Find(text), quoted => Assert.Contains(cited, c => Holds(c.Quote, quoted)));
            IsSupported(library, text, cited);
        }
    }

    /// <summary>To the letter; where the quotation marks what it leaves out, every part of it in order.</summary>
    private static bool Holds(string quote, string quoted)
    {
        if (quote.Contains(quoted, StringComparison.Ordinal))
            return true;
        var at = 0;
        foreach (var part in Regex.Split(quoted, @"[\[(]?(?:…|\.\.\.|\. \. \.)[\])]?").Select(part => part.Trim()))
        {
            at = quote.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0)
                return false;
            at += part.Length;
        }

        return true;
    }

    private static void QuotesAreStoredText(LibraryFile library, Answer answer)
    {
        foreach (var citation in answer.Citations.Concat(answer.Related))
        {
            var text = library.Read(session => new DocumentStore(session).FindRevision(citation.DocumentId, citation.Revision)!.Text);
            Assert.Equal(text[citation.Start..citation.End], citation.Quote);
        }
    }

    private static void NumbersAreDense(Answer answer)
    {
        var used = new List<int>();
        foreach (var sentence in answer.Sentences)
        {
            var written = Regex.Matches(sentence.Text, @"\[(\d+)\]").Select(m => int.Parse(m.Groups[1].Value)).ToList();
            if (sentence.Kind != SentenceKind.Quote)
                Assert.Equal(sentence.Citations, written);
            used.AddRange(sentence.Citations.Where(n => !used.Contains(n)));
        }

        Assert.Equal(Enumerable.Range(1, used.Count), used);
        Assert.Equal(used, answer.Citations.Select(c => c.N));
    }

    private static void IsSupported(LibraryFile library, string text, List<Citation> cited)
    {
        var evidence = cited.Select(c => new Evidence(
            library.Read(session => new DocumentStore(session).FindRevision(c.DocumentId, c.Revision)!.Text),
            new ClaimContext($"{c.Title}. {c.Publisher}", c.PublishedOn))).ToList();
        var verdict = ClaimVerifier.Verify(new Claim(text), evidence);
        Assert.True(verdict.Supported, $"{text}: {verdict.Reason}");
    }
}
