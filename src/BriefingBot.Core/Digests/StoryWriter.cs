using BriefingBot.Core.Briefing;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Digests;

/// <summary>
/// Chooses the sentences that tell a story: near what its reports have in common (Radev et al. 2004, MEAD), early in them, one point each, from several voices.
/// </summary>
internal sealed class StoryWriter(LibrarySession session)
{
    private const int Voices = 8;
    private const int PassagesPerDocument = 2;
    private const int Sentences = 3;
    private const int SentencesOfOneVoice = 2;
    private const int LongestSentence = 420;
    private const double Position = .8;
    private const double RepetitionCost = 1;
    private const double NewVoiceGain = .3;

    /// <summary>A sentence this like one that was told before says nothing new.</summary>
    private const double Told = .75;

    /// <summary>What is to be quoted; no quotes where nothing can be, or nothing was said that was not told before.</summary>
    /// <param name="story">The new documents.</param>
    /// <param name="told">Quotes of the digest that told the story before.</param>
    public Draft Write(NewStory story, IReadOnlyList<string> told)
    {
        var before = told.Select(q => Values(q, null)).ToList();
        var pool = Candidates(story).Where(s => s.Text.Length <= LongestSentence && !before.Exists(b => Similarity.Overlap(b, s.Values) >= Told)).ToList();
        Score(pool);
        pool = [.. pool.OrderByDescending(s => s.Score).ThenBy(s => s.Revision.Id).ThenBy(s => s.Range.Start)];
        var differ = Disagreements.Among([.. pool.Take(20)]);
        var chosen = differ is null ? new List<SentenceCandidate>() : [differ.First, differ.Second];
        var most = story.Told.Count == 1 ? SentencesOfOneVoice : Sentences;
        while (chosen.Count < most && Next(pool, chosen) is { } next) chosen.Add(next);
        var ordered = differ is null ? chosen : [.. chosen.OrderBy(s => s == differ.First ? 0 : s == differ.Second ? 1 : 2)];
        return new Draft(AnswerStatus.Answered, 1, Quotes(ordered), [], differ);
    }

    private List<SentenceCandidate> Candidates(NewStory story)
    {
        var passages = new PassageStore(session);
        var voices = story.Told.DistinctBy(d => d.Owner, StringComparer.OrdinalIgnoreCase).Concat(story.Told).Distinct().Take(Voices);
        return CandidateReader.Read(
        [
            .. voices.SelectMany(d => passages.ForRevision(d.Revision.Id).Take(PassagesPerDocument).Select(p => new RankedPassage(p, d.Revision, 1))),
        ]);
    }

    /// <summary>Cosine to the counts of documents that hold each term, and the place.</summary>
    private static void Score(List<SentenceCandidate> pool)
    {
        var centre = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var document in pool.GroupBy(s => s.DocumentId, StringComparer.Ordinal))
        {
            foreach (var value in document.SelectMany(s => s.Values).Distinct(StringComparer.Ordinal)) centre[value] = centre.GetValueOrDefault(value) + 1;
        }

        var length = Math.Sqrt(centre.Values.Sum(v => v * v));
        foreach (var sentence in pool)
        {
            var dot = sentence.Values.Sum(centre.GetValueOrDefault);
            sentence.Score = (dot / (Math.Sqrt(sentence.Values.Count) * Math.Max(1, length))) + (Position / (1 + sentence.Index)) - (Quotable.Asks(sentence.Text) ? 1 : 0);
        }
    }

    private static SentenceCandidate? Next(List<SentenceCandidate> pool, List<SentenceCandidate> chosen) => pool
        .Where(s => !chosen.Contains(s) && !chosen.Exists(c => Similarity.SamePoint(c, s)))
        .MaxBy(s => s.Score
            - (chosen.Count == 0 ? 0 : RepetitionCost * chosen.Max(c => Similarity.Overlap(c.Values, s.Values)))
            + (chosen.Exists(c => c.SharesDocument(s)) ? 0 : NewVoiceGain));

    /// <summary>A sentence that leans on the one before brings it; what is quoted already is not quoted again.</summary>
    private static List<ChosenQuote> Quotes(List<SentenceCandidate> chosen)
    {
        var quotes = new List<ChosenQuote>();
        foreach (var sentence in chosen)
        {
            var range = Predecessor.With(sentence.Revision.Text, sentence.Range);
            var twin = quotes.FindIndex(q => q.Sentence.Revision.Id == sentence.Revision.Id && q.Range.Overlaps(range));
            if (twin < 0) quotes.Add(new ChosenQuote(sentence, range));
            else quotes[twin] = quotes[twin] with { Range = new TextRange(Math.Min(quotes[twin].Range.Start, range.Start), Math.Max(quotes[twin].Range.End, range.End)) };
        }

        return quotes;
    }

    private static HashSet<string> Values(string text, string? language) => Analyser.Analyse(text, language).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
}
