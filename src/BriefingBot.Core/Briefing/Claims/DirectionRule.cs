using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>What rises in the claim must not fall in the sentence it comes closest to, nor the other way round.</summary>
internal sealed class DirectionRule : IClaimRule
{
    /// <summary>So near to the word stands what rises or falls.</summary>
    private const int Reach = 4;

    private static readonly HashSet<string> Up = Set(
        "increase increases increased increasing rise rises rose risen rising raise raises raised raising higher climb climbs climbed grow grows grew grown growing gained gains soar soars soared surge surged jumped "
        + "elevated elevates upregulated upregulates upregulation up-regulated up-regulates up-regulation strengthened strengthens accelerated accelerates doubled tripled");

    private static readonly HashSet<string> Down = Set(
        "decrease decreases decreased decreasing fall falls fell fallen falling lower lowers lowered lowering reduce reduces reduced reducing reduction reductions decline declines declined declining drop drops dropped "
        + "dropping shrink shrinks shrank shrunk plunge plunged slumped diminish diminishes diminished diminishing downregulated downregulates downregulation down-regulated down-regulates down-regulation weakened weakens halved");

    public string Name => "direction";

    public string? Fault(Claim claim, EvidenceWindow window, IReadOnlyList<Evidence> cited)
    {
        var up = At(claim.Stated, Up);
        var down = At(claim.Stated, Down);
        if ((up.Count == 0) == (down.Count == 0) || window.Sentences.Any(s => At(s.Stated, up.Count > 0 ? Up : Down).Count > 0))
            return null;
        var best = window.Sentences.MaxBy(s => claim.Stated.Content.Count(s.Stated.Content.Contains))!.Stated;
        var near = up.Concat(down).SelectMany(at => Around(claim.Stated, at)).ToHashSet(StringComparer.Ordinal);
        var opposite = At(best, up.Count > 0 ? Down : Up).FindIndex(at => Around(best, at).Any(near.Contains));
        return opposite < 0 ? null : up.Count > 0 ? "What rises in the claim falls in its source." : "What falls in the claim rises in its source.";
    }

    private static List<int> At(StatedText text, HashSet<string> words) => [.. text.Words.Index().Where(w => words.Contains(w.Item.Word)).Select(w => w.Index)];

    private static IEnumerable<string> Around(StatedText text, int at) =>
        text.Words.Skip(at - Reach).Take(Math.Min(at, Reach) + Reach + 1).Where((_, i) => i != Math.Min(at, Reach)).Select(w => w.Value).Where(text.Content.Contains);

    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
