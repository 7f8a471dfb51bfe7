using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Retrieval;

/// <summary>A passage on its way to its rank: only the day of its text is known yet.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Match">How well the words match.</param>
/// <param name="Score">The same after time had its say.</param>
internal sealed record TimedPassage(Passage Passage, double Match, double Score);

/// <summary>Texts and days of the passages being ranked, each read once; of most candidates the day is all that is ever asked.</summary>
internal sealed class RankedTexts(DocumentStore store)
{
    private readonly Dictionary<long, Revision> _revisions = [];
    private readonly Dictionary<long, DateOnly?> _days = [];

    public DateOnly? Day(Passage passage)
    {
        if (!_days.TryGetValue(passage.RevisionId, out var day)) _days[passage.RevisionId] = day = store.PublishedOn(passage.RevisionId);
        return day;
    }

    public Revision Of(TimedPassage timed)
    {
        if (!_revisions.TryGetValue(timed.Passage.RevisionId, out var revision))
            _revisions[timed.Passage.RevisionId] = revision = store.Revision(timed.Passage.RevisionId);
        return revision;
    }

    public string Text(TimedPassage timed) => timed.Passage.Range.Of(Of(timed).Text);

    public RankedPassage Ranked(TimedPassage timed) => new(timed.Passage, Of(timed), timed.Score) { Match = timed.Match };
}
