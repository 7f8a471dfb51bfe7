namespace BriefingBot.Core.Stories;

/// <summary>The placed documents around the days that are being placed, by day and term, read from the library when a day is first asked for.</summary>
internal sealed class StoryWindow
{
    /// <summary>Reports this many days apart tell other news, however like they are.</summary>
    public const int Days = 4;

    private readonly Dictionary<int, Dictionary<int, List<StoryMember>>> days = [];
    private readonly Dictionary<string, OpenStory> stories = new(StringComparer.Ordinal);

    public OpenStory Story(string id) => stories.TryGetValue(id, out var story) ? story : stories[id] = new OpenStory(id);

    public void Forget(OpenStory story) => stories.Remove(story.Id);

    public void Add(StoryMember member)
    {
        var day = days.TryGetValue(member.Document.Day, out var known) ? known : days[member.Document.Day] = [];
        foreach (var term in member.Document.Terms.Terms)
        {
            if (!day.TryGetValue(term, out var list)) day[term] = list = [];
            list.Add(member);
        }

        member.Story!.Members.Add(member);
    }

    /// <summary>The documents in reach most like this one, by their shared telling terms; the likest first.</summary>
    public List<(StoryMember Member, float Cosine)> Nearest(StoryMember member, TermStatistics statistics, StoryStore store, int most)
    {
        var scores = new Dictionary<StoryMember, float>();
        var terms = member.Document.Terms.Terms;
        var weights = member.Weights(statistics);
        for (var day = member.Document.Day - Days; day <= member.Document.Day + Days; day++)
        {
            var known = Day(day, store);
            for (var i = 0; i < terms.Length; i++)
            {
                if (!known.TryGetValue(terms[i], out var list) || IsCommon(list.Count, known)) continue;
                foreach (var other in list) scores[other] = scores.GetValueOrDefault(other) + (weights[i] * weights[i]);
            }
        }

        return
        [
            .. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key.Document.RevisionId).Take(most)
                .Select(s => (s.Key, member.Cosine(s.Key, statistics)))
                .OrderByDescending(s => s.Item2).ThenBy(s => s.Key.Document.RevisionId),
        ];
    }

    // What stands in hundreds of reports of a day tells none from another, and looking at each of them would make a busy day quadratic.
    private static bool IsCommon(int documents, Dictionary<int, List<StoryMember>> day) => documents > 400 && documents * 10 > day.Count;

    private Dictionary<int, List<StoryMember>> Day(int day, StoryStore store)
    {
        if (days.TryGetValue(day, out var known)) return known;
        days[day] = [];
        foreach (var document in store.OnDay(day)) Add(new StoryMember(document, Story(document.StoryId!)));
        return days[day];
    }
}
