using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing;

/// <summary>Chooses the sentences that answer. No model: the same passages always give the same draft.</summary>
internal sealed class ExtractiveWriter(BriefingOptions options)
{
    /// <summary>Best sentences an account is searched through for a pair that differs.</summary>
    private const int Compared = 30;

    public Draft Write(RetrievalResult retrieved, BriefLength length)
    {
        var passages = retrieved.Passages.Take(options.Passages).ToList();
        var ranked = SentenceScorer.Rank(CandidateReader.Read(passages), retrieved, options);
        var score = Refusal.Score(retrieved, ranked);
        var status = Refusal.Status(score, options);
        if (ranked.Count == 0 || status == AnswerStatus.Insufficient)
            return new Draft(AnswerStatus.Insufficient, score, [], Nearest(ranked, []), null);

        var form = Form(retrieved.Question.Form, length);
        var chosen = form == QuestionForm.Account
            ? AccountChoice.Choose(ranked, options)
            : FactChoice.Choose(ranked, options, length == BriefLength.Short ? 1 : options.FactQuotes);
        var differ = Disagreements.Among(chosen);
        if (form != QuestionForm.Fact && length != BriefLength.Short)
            differ = Oppose(chosen, ranked, retrieved, form) ?? differ;
        var ordered = form == QuestionForm.Account ? AccountChoice.InOrder(chosen) : Beside(chosen, differ);
        return new Draft(status, score, Merged(ordered), status == AnswerStatus.Doubtful ? Nearest(ranked, chosen) : [], differ);
    }

    private static QuestionForm Form(QuestionForm asked, BriefLength length) => length switch
    {
        BriefLength.Short => QuestionForm.Fact,
        BriefLength.Brief => QuestionForm.Account,
        _ => asked,
    };

    /// <summary>Brings a pair that differs into the quotes, and into an account the best denial even where nothing stands against it.</summary>
    private Disagreement? Oppose(List<SentenceCandidate> chosen, List<SentenceCandidate> ranked, RetrievalResult retrieved, QuestionForm form)
    {
        var most = form == QuestionForm.Account ? options.AccountQuotes : options.FactQuotes;
        var differ = Disagreements.Between(ranked, retrieved)
            ?? (form == QuestionForm.Account ? Disagreements.Among([.. ranked.Take(Compared).Where(s => ranked[0].Score - s.Score <= options.SameDocumentWithin)]) : null);
        var wanted = differ is null ? [] : new List<SentenceCandidate> { differ.First, differ.Second };
        if (form == QuestionForm.Account)
            wanted.AddRange(Denials.Best(ranked, retrieved).Where(d => !wanted.Contains(d)));
        foreach (var sentence in wanted.Where(w => !chosen.Contains(w)))
        {
            if (chosen.Count >= most && Dispensable(chosen, wanted) is { } weakest)
                chosen.Remove(weakest);
            chosen.Add(sentence);
        }

        return differ;
    }

    /// <summary>The weakest quote that is not wanted, of a document that has another one if there is such.</summary>
    private static SentenceCandidate? Dispensable(List<SentenceCandidate> chosen, List<SentenceCandidate> wanted)
    {
        var free = chosen.Where(c => !wanted.Contains(c)).ToList();
        return free.Where(c => chosen.Exists(o => o != c && o.SharesDocument(c))).MinBy(c => c.Score) ?? free.MinBy(c => c.Score);
    }

    /// <summary>Two quotes that differ stand next to each other.</summary>
    private static List<SentenceCandidate> Beside(List<SentenceCandidate> chosen, Disagreement? differ)
    {
        if (differ is null || !chosen.Remove(differ.Second))
            return chosen;
        chosen.Insert(chosen.IndexOf(differ.First) + 1, differ.Second);
        return chosen;
    }

    private List<ChosenQuote> Nearest(List<SentenceCandidate> ranked, List<SentenceCandidate> quoted)
    {
        var documents = quoted.Select(q => q.DocumentId).ToHashSet(StringComparer.Ordinal);
        return [.. ranked.Where(s => documents.Add(s.DocumentId)).Take(options.Related).Select(Quote)];
    }

    private static ChosenQuote Quote(SentenceCandidate sentence) => new(sentence, Predecessor.With(sentence.Revision.Text, sentence.Range));

    /// <summary>A quote that another one brings along as its predecessor is not given twice: the longer one takes the first one's place.</summary>
    private static List<ChosenQuote> Merged(List<SentenceCandidate> sentences)
    {
        var quotes = new List<ChosenQuote>();
        foreach (var quote in sentences.Select(Quote))
        {
            var twin = quotes.FindIndex(q => q.Sentence.Revision.Id == quote.Sentence.Revision.Id && q.Range.Overlaps(quote.Range));
            if (twin < 0)
                quotes.Add(quote);
            else
                quotes[twin] = new ChosenQuote(quotes[twin].Sentence, new TextRange(Math.Min(quotes[twin].Range.Start, quote.Range.Start), Math.Max(quotes[twin].Range.End, quote.Range.End)));
        }

        return quotes;
    }
}
