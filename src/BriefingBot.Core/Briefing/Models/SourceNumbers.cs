using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>Numbers of cited ranges: dense, from 1, in order of first use; the same range has the same number.</summary>
internal sealed class SourceNumbers
{
    private readonly List<(RankedPassage Passage, TextRange Range)> _sources = [];

    public IReadOnlyList<(RankedPassage Passage, TextRange Range)> Sources => _sources;

    /// <summary>One number for each passage the claim rests on.</summary>
    public List<int> Of(VerifiedClaim claim) => [.. claim.Sources.Select(source => Of(source.Source.Ranked, source.Range)).Distinct()];

    public int Of(RankedPassage passage, TextRange range)
    {
        var at = _sources.FindIndex(s => s.Passage.Revision.Id == passage.Revision.Id && s.Range == range);
        if (at < 0)
        {
            at = _sources.Count;
            _sources.Add((passage, range));
        }

        return at + 1;
    }
}
