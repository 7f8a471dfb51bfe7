namespace BriefingBot.Core.Briefing.Claims;

/// <summary>
/// Decides whether passages support a claim: finds the sentences that come closest, then asks each rule on its own. A summed score drowns in
/// paraphrase; separate rules do not, and each says why.
/// </summary>
internal sealed class ClaimVerifier
{
    /// <summary>Below this share of its words in the best window a claim without names, numbers and dates is not supported.</summary>
    private const double LeastCoverage = .42;

    /// <summary>The same for a claim with names, numbers or dates, each of which must stand there too.</summary>
    private const double LeastWithFacts = .3;

    /// <summary>Windows this much worse than the best may still be what the claim rests on.</summary>
    private const double NearBest = .1;

    /// <summary>What a further sentence must bring; else the narrower quote is the better one.</summary>
    private const double WidthCost = .04;

    private const string Ends = ".!?… ";

    public static IReadOnlyList<IClaimRule> Rules { get; } =
    [
        new LinkRule(), new QuoteRule(), new ReplacementRule(), new NumberRule(), new DateRule(), new NameRule(), new NegationRule(), new DirectionRule(), new SpeakerRule(), new CoverageRule(LeastCoverage, LeastWithFacts),
    ];

    /// <summary>Looks through all passages; the verdict names the one the claim rests on.</summary>
    /// <param name="claim">What is stated.</param>
    /// <param name="passages">What it may rest on.</param>
    /// <param name="together">The claim names them all as its sources, and rests on them together; else on one of them.</param>
    public static ClaimVerdict Verify(Claim claim, IReadOnlyList<Evidence> passages, bool together = true)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(passages);
        var windows = passages
            .SelectMany((evidence, index) => evidence.Windows.Select(window => (Window: window, Passage: index, Coverage: window.Coverage(claim.Stated))))
            .OrderByDescending(w => w.Coverage).ThenBy(w => w.Window.Sentences.Count).ThenBy(w => w.Passage).ThenBy(w => w.Window.Range.Start)
            .ToList();
        if (windows.Count == 0)
            return new ClaimVerdict(-1, null, 0, "coverage", "There is no source.");
        if (Rules[0].Fault(claim, windows[0].Window, passages) is null && Verbatim(claim, windows) is { } verbatim)
            return verbatim;
        var best = windows[0];
        ClaimVerdict? first = null;
        foreach (var (window, passage, coverage) in windows.TakeWhile(w => w.Coverage >= best.Coverage - NearBest).OrderByDescending(w => w.Coverage - (WidthCost * w.Window.Sentences.Count)))
        {
            IReadOnlyList<Evidence> cited = together ? passages : [window.Evidence];
            var rule = Rules.FirstOrDefault(r => r.Fault(claim, window, cited) is not null);
            var verdict = new ClaimVerdict(passage, window, best.Coverage, rule?.Name, rule?.Fault(claim, window, cited));
            if (verdict.Supported)
                return verdict;
            first ??= verdict;
        }

        return first!;
    }

    /// <summary>Whole sentences of the source need no rule.</summary>
    private static ClaimVerdict? Verbatim(Claim claim, List<(EvidenceWindow Window, int Passage, double Coverage)> windows)
    {
        var text = claim.Text.AsSpan().Trim().TrimEnd(Ends);
        foreach (var (window, passage, coverage) in windows)
        {
            if (text.Length > 0 && text.SequenceEqual(window.Text.AsSpan().Trim().TrimEnd(Ends)))
                return new ClaimVerdict(passage, window, coverage, null, null);
        }

        return null;
    }
}
