namespace BriefingBot.Core.Index.Postings;

/// <summary>A segment as the file lists it.</summary>
/// <param name="Id">Of the segment.</param>
/// <param name="Level">How often full segments became one to make it.</param>
/// <param name="Count">Its rows.</param>
internal readonly record struct SegmentSize(long Id, int Level, int Count);

/// <summary>
/// Which segments become one. A question looks each of its terms up in every segment, and whoever writes waits while segments are put together: four of a level become one of
/// the next, and those that are not yet full, the young ones, are put together before. Only neighbours are, so that a segment's rows never lie between those of another.
/// </summary>
/// <param name="full">Rows from which a segment is no longer young.</param>
/// <param name="young">Young neighbours that are put together though they are not full yet.</param>
internal sealed class MergePolicy(int full, int young)
{
    private const int FanIn = 4;
    private const int Young = -1;

    /// <summary>What to put together next, and the level of what comes of it; null when nothing is due.</summary>
    /// <param name="segments">In the order of their rows.</param>
    public (IReadOnlyList<long> Segments, int Level)? Next(IReadOnlyList<SegmentSize> segments)
    {
        foreach (var level in segments.Select(LevelOf).Distinct().Order())
        {
            foreach (var run in Runs(segments, level))
            {
                var taken = level == Young ? UntilFull(run) : FourOf(run, level);
                if (taken.Count > 1) return ([.. taken.Select(segment => segment.Id)], level + 1);
            }
        }

        return null;
    }

    private int LevelOf(SegmentSize segment) => segment.Level == 0 && segment.Count < full ? Young : segment.Level;

    /// <summary>Neighbours of which none is of a higher level.</summary>
    private IEnumerable<List<SegmentSize>> Runs(IReadOnlyList<SegmentSize> segments, int level)
    {
        var run = new List<SegmentSize>();
        foreach (var segment in segments)
        {
            if (LevelOf(segment) <= level)
            {
                run.Add(segment);
                continue;
            }

            yield return run;
            run = [];
        }

        yield return run;
    }

    private List<SegmentSize> UntilFull(List<SegmentSize> run)
    {
        var (taken, rows) = (0, 0);
        while (taken < run.Count && rows < full) rows += run[taken++].Count;
        return rows >= full || taken >= young ? run[..taken] : [];
    }

    /// <summary>From the first segment of the level to the fourth, with what stands between them.</summary>
    private List<SegmentSize> FourOf(List<SegmentSize> run, int level)
    {
        var (first, seen) = (run.FindIndex(segment => LevelOf(segment) == level), 0);
        for (var at = Math.Max(first, 0); at < run.Count; at++)
        {
            if (LevelOf(run[at]) == level && ++seen == FanIn) return run[first..(at + 1)];
        }

        return [];
    }
}
