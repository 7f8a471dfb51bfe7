using System.Diagnostics;
using BriefingBot.Benchmarks.Articles;
using BriefingBot.Core.Evaluation.Metrics;
using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Benchmarks.Retrieval;

/// <summary>The same questions to both, in turn, in one process; each of ours with a read transaction of its own.</summary>
internal static class RetrievalRace
{
    private const int Ten = 10;
    private const int WarmUp = 30;

    /// <summary>Ours alone, first, and for a while: a running process has long compiled its loops, which .NET does a tenth of a second after their last first call.</summary>
    private const int OursFirst = 300;
    private static readonly TimeSpan OursFirstFor = TimeSpan.FromSeconds(1);
    private const int Questions = 100;
    private const int MoreQuestions = 570;

    public static BenchmarkReport Run(LibraryFile library, FtsBaseline baseline, int documents, CancellationToken cancellationToken)
    {
        library.Read(session => new LexicalIndex(session).PassageCount());
        GC.Collect();
        var idle = Environment.WorkingSet / 1e6;
        var questions = new QuestionGenerator(new ArticleGenerator(), documents).Take(OursFirst + WarmUp + Questions + MoreQuestions).Select(Terms).ToList();
        var times = new Times();
        var worst = 1.0;
        var start = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < OursFirst || Stopwatch.GetElapsedTime(start) < OursFirstFor; turn++)
        {
            var terms = questions[turn % OursFirst];
            library.Read(session => Both(new LexicalIndex(session), terms));
        }

        foreach (var (number, terms) in questions.Skip(OursFirst).Take(WarmUp + Questions).Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var round = number < WarmUp ? new Times() : times;
            var ours = Timed(round.Ours, () => library.Read(session => new LexicalIndex(session).Passages(terms, new IndexScope(), Top)));
            var theirs = Timed(round.Theirs, () => baseline.Passages(terms));
            Timed(round.OursBoth, () => library.Read(session => Both(new LexicalIndex(session), terms)));
            Timed(round.TheirDocuments, () => baseline.Documents(terms));
            worst = Math.Min(worst, Agreement(ours, theirs));
        }

        foreach (var terms in questions.Skip(OursFirst + WarmUp + Questions))
            library.Read(session => new LexicalIndex(session).Passages(terms, new IndexScope(), Top));
        return times.Report(worst, idle, Environment.WorkingSet / 1e6);
    }

    private static int Top => RetrievalBenchmark.Top;

    private static IReadOnlyList<IndexHit> Both(LexicalIndex index, List<QueryTerm> terms) =>
        [.. index.Passages(terms, new IndexScope(), Top), .. index.Documents(terms, new IndexScope(), Top)];

    private static List<QueryTerm> Terms(string question) =>
        [.. Analyser.Analyse(question, "en").Select(term => term.Value).Distinct(StringComparer.Ordinal).Select(term => new QueryTerm(term, 1))];

    private static IReadOnlyList<IndexHit> Timed(List<double> into, Func<IReadOnlyList<IndexHit>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var hits = work();
        into.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return hits;
    }

    /// <summary>Share of our ten that score at least as the baseline's tenth, ties aside: floats against doubles differ in the seventh place.</summary>
    private static double Agreement(IReadOnlyList<IndexHit> ours, IReadOnlyList<IndexHit> theirs)
    {
        if (theirs.Count == 0)
            return ours.Count == 0 ? 1 : 0;
        var scores = theirs.ToDictionary(hit => hit.Id, hit => hit.Score);
        var bar = theirs[Math.Min(Ten, theirs.Count) - 1].Score;
        var equal = ours.Take(Ten).Count(hit => scores.TryGetValue(hit.Id, out var score) && score >= bar - (1e-5 * Math.Abs(bar)));
        return (double)equal / Math.Min(Ten, theirs.Count);
    }

    private sealed class Times
    {
        public List<double> Ours { get; } = [];

        public List<double> Theirs { get; } = [];

        public List<double> OursBoth { get; } = [];

        public List<double> TheirDocuments { get; } = [];

        public BenchmarkReport Report(double worst, double idle, double asked) => new()
        {
            ["ratio"] = Theirs.Sum() / Ours.Sum(),
            ["worstTopTen"] = worst,
            ["p50Ms"] = Of(Ours, .5),
            ["p95Ms"] = Of(Ours, .95),
            ["baselineP50Ms"] = Of(Theirs, .5),
            ["baselineP95Ms"] = Of(Theirs, .95),
            ["withDocumentsP50Ms"] = Of(OursBoth, .5),
            ["withDocumentsRatio"] = (Theirs.Sum() + TheirDocuments.Sum()) / OursBoth.Sum(),
            ["idleMb"] = idle,
            ["askedMb"] = asked,
        };

        private static double Of(List<double> values, double share) => Statistics.Percentile(values, share) ?? 0;
    }
}
