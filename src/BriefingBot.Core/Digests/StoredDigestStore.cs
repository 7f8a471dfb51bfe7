using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Digests;

/// <summary>Digests as they were made, read again: their quotes, and what became of the documents quoted, as of now.</summary>
public sealed class StoredDigestStore(LibrarySession session)
{
    /// <summary>A digest that was made; null where there is none of this id.</summary>
    public Digest? Find(string digestId)
    {
        var row = session.Connection.QueryFirstOrDefault<Row>(
            "select due_utc, from_utc, to_utc, more, opening, closing from digests where id = $digestId and status = 'composed'", new { digestId }, session.Transaction);
        if (row is null || new AnswerStore(session).Find(digestId) is not { } answer) return null;
        var stories = Stories(digestId, answer);
        return new Digest
        {
            DigestId = digestId,
            Library = session.File.Name,
            DueUtc = Binding.Instant(row.due_utc),
            FromUtc = row.from_utc is null ? null : Binding.Instant(row.from_utc),
            ToUtc = Binding.Instant(row.to_utc),
            Stories = stories,
            // They are stored behind those of the stories.
            Corrected = [.. answer.Sentences.Skip(stories.Sum(story => story.Sentences.Count))],
            More = row.more,
            Citations = answer.Citations,
            // Of one stored before its lines were, the text begins with them.
            Opening = Lines(row.opening ?? answer.Text.Split("\n\n")[0]),
            Closing = Lines(row.closing ?? ""),
            Text = answer.Text,
        };
    }

    /// <summary>What is only counted in a digest: titles, by publisher where known, in the order they came.</summary>
    public IReadOnlyList<(string DocumentId, string Title, string? Publisher)> Counted(string digestId, int most) => session.Connection.Query<(string, string, string?)>(
        """
        select d.id, r.title, r.publisher from digest_documents x join documents d on d.id = x.document_id join revisions r on r.id = d.current_revision_id
        where x.digest_id = $digestId and x.story is null and x.reason like 'only counted%' and d.removed_utc is null
          and not exists (select 1 from digest_documents y join story_documents a on a.document_id = y.document_id join story_documents b on b.story_id = a.story_id
                          where y.digest_id = x.digest_id and b.document_id = x.document_id and a.revision_id < b.revision_id and y.story is null)
        order by r.id limit $most
        """, new { digestId, most }, session.Transaction).AsList();

    /// <summary>The newest digest posted or shown in a channel; null where there is none.</summary>
    public string? Newest(Channels.ChannelKey channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return session.Connection.ExecuteScalar<string?>(
            """
            select d.id from digests d left join digest_schedules s on s.id = d.schedule_id
            where d.status = 'composed' and (d.place = $place or (s.platform = $platform and s.workspace = $workspace and s.channel = $channel))
            order by d.to_utc desc, d.id limit 1
            """,
            new { place = DigestWishes.PlaceOf(channel), platform = channel.Workspace.Platform, workspace = channel.Workspace.Id, channel = channel.Channel }, session.Transaction);
    }

    private List<DigestStory> Stories(string digestId, Answer answer)
    {
        var documents = session.Connection.Query<(int Story, string Id)>(
            "select story, document_id from digest_documents where digest_id = $digestId and story is not null", new { digestId }, session.Transaction).ToLookup(r => r.Story, r => r.Id);
        var from = 0;
        var stories = new List<DigestStory>();
        foreach (var (ordinal, story, headline, publishers, sentences, updateOf) in session.Connection.Query<(int, string, string, int, int, string?)>(
            "select ordinal, story_id, headline, publishers, sentences, update_of from digest_stories where digest_id = $digestId order by ordinal", new { digestId }, session.Transaction))
        {
            stories.Add(new DigestStory
            {
                Headline = headline,
                Sentences = [.. answer.Sentences.Skip(from).Take(sentences)],
                Documents = [.. documents[ordinal]],
                Publishers = publishers,
                UpdateOf = updateOf,
                StoryId = story,
            });
            from += sentences;
        }

        return stories;
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private sealed class Row
    {
        public string due_utc { get; init; } = "";
        public string? from_utc { get; init; }
        public string to_utc { get; init; } = "";
        public int more { get; init; }
        public string? opening { get; init; }
        public string? closing { get; init; }
    }
}
