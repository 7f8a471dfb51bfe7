using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Retrieval;

/// <summary>Question → ranked passages: analysis, aliases, candidates, fusion, time, diversity.</summary>
/// <param name="options">Weights.</param>
public sealed class Retriever(RetrievalOptions options)
{
    /// <summary>Above so many passages, words that stand everywhere are not searched for.</summary>
    private const int LargeLibrary = 5000;

    /// <summary>A retriever with the measured weights.</summary>
    public Retriever()
        : this(new RetrievalOptions())
    {
    }

    /// <summary>The best passages for a question; none when it holds no word to search for or no passage holds one of its words.</summary>
    /// <param name="session">The snapshot that is searched.</param>
    /// <param name="question">Any text; 5,000 characters, quotes and operators are safe.</param>
    /// <param name="top">How many passages at most.</param>
    public RetrievalResult Retrieve(LibrarySession session, RetrievalQuestion question, int top)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(top);
        var store = new DocumentStore(session);
        var asked = question.AskedOn ?? question.AsOf ?? store.NewestPublishedOn();
        var index = new LexicalIndex(session);
        var analysis = Understood(index, question.Text, question.Today ?? asked);
        var notes = new List<string>();
        if (analysis.Terms.Count == 0)
            return new RetrievalResult([], ["The question holds no word to search for."]) { Question = analysis };

        var aliases = Aliases.Find(analysis.Text, analysis.Terms, new AliasStore(session).List());
        var weights = Weigh(index, analysis, aliases);
        var terms = SearchTerms(analysis, aliases, weights);
        if (terms.Count == 0)
            return new RetrievalResult([], notes) { Question = analysis, Weights = weights, Aliases = aliases };

        var fused = Candidates(session, index, terms, Scope(question, analysis, notes), top, notes);
        if (weights.Passages <= SmallLibrary.MostPassages)
            fused = SmallLibrary.Rescore(fused, terms.ToDictionary(t => t.Value, t => t.Weight, StringComparer.Ordinal), weights, store);
        var boost = new TimeBoost(options, analysis.Dates, asked);
        var texts = new RankedTexts(store);
        var ranked = Diversity.Spread(Timed(fused, boost, texts, Math.Max(top, options.DiverseTop * 2)), texts.Text, options.DiverseTop, options.PassagesPerDocument);
        RetrievalNotes.AddAliases(notes, aliases, weights);
        RetrievalNotes.AddUndated(notes, question.AsOf, index);
        return new RetrievalResult([.. ranked.Take(top).Select(texts.Ranked)], notes) { Question = analysis, Weights = weights, Aliases = aliases };
    }

    /// <summary>
    /// A question in another language is read in it where the library then knows more of its words: documents are stemmed by their own language,
    /// and a short English question of names may look like any.
    /// </summary>
    private static QuestionAnalysis Understood(LexicalIndex index, string question, DateOnly? today)
    {
        var english = QuestionAnalyser.Analyse(question, today);
        if (LanguageDetector.Detect(english.Text) is not { } language || language is "en")
            return english;
        var own = QuestionAnalyser.Analyse(question, today, language);
        return Known(own) > Known(english) ? own : english;

        int Known(QuestionAnalysis analysis) => index.DocumentFrequencies([.. analysis.Terms.Select(t => t.Value)]).Count(f => f.Value > 0);
    }

    private static TermWeights Weigh(LexicalIndex index, QuestionAnalysis analysis, List<AliasMatch> aliases)
    {
        var values = analysis.Terms.Select(t => t.Value).Concat(aliases.SelectMany(a => a.OtherTerms)).ToHashSet(StringComparer.Ordinal);
        return new TermWeights(index.PassageCount(), index.DocumentFrequencies(values));
    }

    /// <summary>Terms the library has seen; of very many the rarest. A long alias spreads its weight over its words.</summary>
    private List<QueryTerm> SearchTerms(QuestionAnalysis analysis, List<AliasMatch> aliases, TermWeights weights)
    {
        var terms = analysis.Terms
            .Where(t => weights.Seen(t.Value))
            .OrderByDescending(t => weights.Idf(t.Value)).ThenBy(t => t.Start)
            .Take(options.MaxTerms)
            .Select(t => new QueryTerm(t.Value, t.Count))
            .ToList();
        if (weights.Passages > LargeLibrary && terms.Exists(t => !Everywhere(t.Value, weights)))
            terms.RemoveAll(t => Everywhere(t.Value, weights));
        var held = terms.Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var alias in aliases)
        {
            foreach (var term in alias.OtherTerms.Where(t => weights.Seen(t) && held.Add(t)))
                terms.Add(new QueryTerm(term, options.AliasWeight / alias.OtherTerms.Count));
        }

        return terms;
    }

    /// <summary>A term in half of all passages weighs nothing in BM25, and costs a look at each of them.</summary>
    private static bool Everywhere(string term, TermWeights weights) => weights.Frequencies.GetValueOrDefault(term) * 2 > weights.Passages;

    private static IndexScope Scope(RetrievalQuestion question, QuestionAnalysis analysis, List<string> notes)
    {
        if (analysis.Dates.Published is not { } published)
            return new IndexScope(question.AsOf);
        notes.Add($"Only documents published {RetrievalNotes.Days(published)} were read.");
        return new IndexScope(question.AsOf, published.From, published.To);
    }

    private List<(Passage Passage, double Score)> Candidates(
        LibrarySession session, LexicalIndex index, List<QueryTerm> terms, IndexScope scope, int top, List<string> notes)
    {
        var depth = Math.Max(options.Candidates, top * 2);
        var hits = index.Passages(terms, scope, depth);
        if (hits.Count == 0 && scope.From is not null)
        {
            scope = new IndexScope(scope.AsOf);
            notes[^1] = "No document published on the days asked for matches; all documents were read.";
            hits = index.Passages(terms, scope, depth);
        }

        var documents = index.Documents(terms, scope, depth);
        var found = new PassageStore(session).Find([.. hits.Select(h => h.Id)]).ToDictionary(p => p.Id);
        return RankFusion.Fuse(hits, documents, found, options.PassageShare);
    }

    /// <summary>
    /// Asks for days only as far down as the boost could still lift a passage into the first <paramref name="needed"/>.
    /// </summary>
    private static List<TimedPassage> Timed(List<(Passage Passage, double Score)> fused, TimeBoost boost, RankedTexts texts, int needed)
    {
        var ranked = new List<TimedPassage>();
        var best = new PriorityQueue<int, double>();
        foreach (var (passage, score) in fused)
        {
            if (best.Count >= needed && best.TryPeek(out _, out var bar) && score * boost.Most < bar)
                break;
            var timed = score * boost.Of(texts.Day(passage));
            ranked.Add(new TimedPassage(passage, score, timed));
            best.Enqueue(0, timed);
            if (best.Count > needed)
                best.Dequeue();
        }

        ranked.Sort((a, b) => a.Score == b.Score ? a.Passage.Id.CompareTo(b.Passage.Id) : b.Score.CompareTo(a.Score));
        return ranked;
    }
}
