using BriefingBot.Core.Channels;
using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Digests;

/// <summary>A digest that was made.</summary>
internal sealed record MadeDigest(string Id, string? ScheduleId, DateTimeOffset DueUtc, DateTimeOffset ToUtc, long ThroughRevision);

/// <summary>Digests in the library file. Their sentences and citations lie with the answers, under the same id, and are purged with them.</summary>
internal sealed class DigestStore(LibrarySession session)
{
    private const string Told =
        "(s.story_id = $storyId or s.story_id in (select id from stories where merged_into = $storyId))";

    public long NewestRevision() => session.Connection.ExecuteScalar<long>("select coalesce(max(id), 0) from revisions", null, session.Transaction);

    /// <summary>The last revision of the documents that were in the library by an instant; 0 where there were none.</summary>
    public long NewestRevisionBefore(DateTimeOffset instant) => session.Connection.ExecuteScalar<long>(
        "select coalesce(max(r.id), 0) from documents d join revisions r on r.document_id = d.id and r.number = 1 where d.added_utc < $instant",
        new { instant = instant.ToStored() }, session.Transaction);

    /// <summary>Documents with a text that came in this span, oldest first; what was only cleaned again is no news.</summary>
    public List<string> NewDocuments(DigestSpan span) => session.Connection.Query<string>(
        """
        select d.id from documents d
        where d.id in (select document_id from revisions where id > $FromRevision and id <= $ThroughRevision and cause = 'received')
          and d.removed_utc is null and d.current_revision_id <= $ThroughRevision
        order by d.current_revision_id
        """, span, session.Transaction).AsList();

    /// <summary>The newest digest of a schedule, or of those made by hand in a channel; null where there is none.</summary>
    public MadeDigest? Last(DigestWishes wishes) => Made(
        "where schedule_id is $ScheduleId and place is $Place and status = 'composed' order by through_revision desc, to_utc desc limit 1", new { wishes.ScheduleId, wishes.Place });

    public MadeDigest? Find(string id) => Made("where id = $id", new { id });

    /// <summary>Ids of every digest that was made, oldest first.</summary>
    public List<string> Made() => session.Connection.Query<string>("select id from digests where status = 'composed' order by to_utc, id", null, session.Transaction).AsList();

    /// <summary>Dues of a schedule that were passed over since its last digest, oldest first.</summary>
    public List<(DateTimeOffset DueUtc, string Reason)> SkippedSince(string scheduleId, DateTimeOffset since) =>
    [
        .. session.Connection.Query<(string Due, string Reason)>(
            "select due_utc, reason from digests where schedule_id = $scheduleId and status = 'skipped' and due_utc > $since order by due_utc",
            new { scheduleId, since = since.ToStored() }, session.Transaction).Select(row => (Binding.Instant(row.Due), row.Reason)),
    ];

    /// <summary>The newest digest of the same schedule, or by hand of the same channel, that told a story; null where none did.</summary>
    public string? LastDigestOf(DigestWishes wishes, string storyId) => session.Connection.ExecuteScalar<string?>(
        $"""
        select d.id from digest_stories s join digests d on d.id = s.digest_id
        where d.schedule_id is $ScheduleId and d.place is $Place and d.status = 'composed' and {Told}
        order by d.through_revision desc, d.to_utc desc limit 1
        """, new { wishes.ScheduleId, wishes.Place, storyId }, session.Transaction);

    /// <summary>What a digest quoted for a story; nothing of what was purged since.</summary>
    public List<string> QuotesOf(string digestId, string storyId)
    {
        if (new AnswerStore(session).Find(digestId) is not { } answer) return [];
        var documents = session.Connection.Query<string>(
            $"""
            select x.document_id from digest_documents x join digest_stories s on s.digest_id = x.digest_id and s.ordinal = x.story
            where x.digest_id = $digestId and {Told}
            """, new { digestId, storyId }, session.Transaction).ToHashSet(StringComparer.Ordinal);
        return [.. answer.Citations.Where(c => documents.Contains(c.DocumentId) && c.Quote.Length > 0).Select(c => c.Quote)];
    }

    /// <summary>Stores a digest whole; false where this due was already dealt with.</summary>
    public bool Add(Digest digest, DigestWishes wishes)
    {
        if (wishes.ScheduleId is { } scheduleId && IsDealtWith(scheduleId, digest.DueUtc)) return false;
        session.Connection.Execute(
            """
            insert into digests (id, schedule_id, place, due_utc, from_utc, to_utc, from_revision, through_revision, status, more, opening, closing)
            values ($DigestId, $ScheduleId, $Place, $Due, $From, $To, $FromRevision, $ThroughRevision, 'composed', $More, $Opening, $Closing)
            """,
            new
            {
                digest.DigestId,
                wishes.ScheduleId,
                wishes.Place,
                Due = digest.DueUtc.ToStored(),
                From = digest.FromUtc.ToStored(),
                To = digest.ToUtc.ToStored(),
                digest.Span.FromRevision,
                digest.Span.ThroughRevision,
                digest.More,
                Opening = string.Join('\n', digest.Opening),
                Closing = string.Join('\n', digest.Closing),
            },
            session.Transaction);
        for (var i = 0; i < digest.Stories.Count; i++) AddStory(digest, i);
        foreach (var left in digest.LeftOut.DistinctBy(l => l.DocumentId, StringComparer.Ordinal)) AddDocument(digest.DigestId, left.DocumentId, null, left.Reason);
        new AnswerStore(session).Add(AsAnswer(digest), []);
        return true;
    }

    public bool IsDealtWith(string scheduleId, DateTimeOffset due) => session.Connection.ExecuteScalar<bool>(
        "select exists (select 1 from digests where schedule_id = $scheduleId and due_utc = $due)", new { scheduleId, due = due.ToStored() }, session.Transaction);

    /// <summary>Writes down that a due was passed over.</summary>
    public void Skip(string scheduleId, DateTimeOffset due, DateTimeOffset now, string reason) => session.Connection.Execute(
        """
        insert or ignore into digests (id, schedule_id, due_utc, to_utc, from_revision, through_revision, status, more, reason)
        values ($id, $scheduleId, $due, $now, 0, 0, 'skipped', 0, $reason)
        """, new { id = ShortId.New(), scheduleId, due = due.ToStored(), now = now.ToStored(), reason }, session.Transaction);

    /// <summary>
    /// Takes back a digest of which nothing was posted: its due was passed over, and what was new in it is new in the next one.
    /// </summary>
    public void TakeBack(string digestId, string reason)
    {
        session.Connection.Execute("delete from digest_documents where digest_id = $digestId", new { digestId }, session.Transaction);
        session.Connection.Execute("delete from digest_stories where digest_id = $digestId", new { digestId }, session.Transaction);
        session.Connection.Execute("update digests set status = 'skipped', reason = $reason where id = $digestId", new { digestId, reason }, session.Transaction);
    }

    /// <summary>The part of a digest in which a story was told.</summary>
    public int PartOf(string digestId, string storyId) => DigestKey.PartOf(session.Connection.ExecuteScalar<int>(
        $"select coalesce(min(s.ordinal), 0) from digest_stories s where s.digest_id = $digestId and {Told}", new { digestId, storyId }, session.Transaction));

    /// <summary>When the last part of a schedule came to its end; the beginning of time where none did.</summary>
    public DateTimeOffset LastEnded(string scheduleId) => session.Connection.ExecuteScalar<string?>(
        """
        select max(o.due_again_utc) from digest_outbox o join digests d on d.id = o.digest_id
        where d.schedule_id = $scheduleId and o.status in ('sent', 'skipped', 'failed')
        """, new { scheduleId }, session.Transaction) is { } ended ? Binding.Instant(ended) : DateTimeOffset.MinValue;

    /// <summary>What became of a document in the newest digest it was new in; null where it was in none.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="workspace">Whose digests; null for all of them.</param>
    public (string DigestId, string? Headline, string? Reason, DateTimeOffset DueUtc)? Fate(string documentId, WorkspaceKey? workspace)
    {
        var row = session.Connection.QueryFirstOrDefault<(string Id, string? Headline, string? Reason, string Due)>(
            """
            select d.id, s.headline, x.reason, d.due_utc from digest_documents x join digests d on d.id = x.digest_id
            left join digest_stories s on s.digest_id = x.digest_id and s.ordinal = x.story
            where x.document_id = $documentId and ($workspaceId is null or substr(d.place, 1, length($prefix)) = $prefix
              or exists (select 1 from digest_schedules c where c.id = d.schedule_id and c.platform = $platform and c.workspace = $workspaceId))
            order by d.through_revision desc, d.to_utc desc limit 1
            """,
            new { documentId, workspaceId = workspace?.Id, platform = workspace?.Platform, prefix = workspace is null ? "" : $"{workspace.Platform}/{workspace.Id}/" }, session.Transaction);
        return row.Id is null ? null : (row.Id, row.Headline, row.Reason, Binding.Instant(row.Due));
    }

    private void AddStory(Digest digest, int ordinal)
    {
        var story = digest.Stories[ordinal];
        session.Connection.Execute(
            "insert into digest_stories (digest_id, ordinal, story_id, headline, publishers, sentences, update_of) values ($DigestId, $ordinal, $StoryId, $Headline, $Publishers, $Sentences, $UpdateOf)",
            new { digest.DigestId, ordinal, story.StoryId, story.Headline, story.Publishers, Sentences = story.Sentences.Count, story.UpdateOf }, session.Transaction);
        foreach (var document in story.Documents) AddDocument(digest.DigestId, document, ordinal, null);
    }

    private void AddDocument(string digestId, string documentId, int? story, string? reason) => session.Connection.Execute(
        "insert into digest_documents (digest_id, document_id, story, reason) values ($digestId, $documentId, $story, $reason)",
        new { digestId, documentId, story, reason }, session.Transaction);

    private static Answer AsAnswer(Digest digest) => new()
    {
        AnswerId = digest.DigestId,
        Library = digest.Library,
        Question = "Digest",
        AskedUtc = digest.ToUtc,
        Status = AnswerStatus.Answered,
        Writer = "extractive",
        NewestSource = digest.Citations.Max(c => c.PublishedOn),
        Text = digest.Text,
        Sentences = [.. digest.Stories.SelectMany(s => s.Sentences), .. digest.Corrected],
        Citations = digest.Citations,
    };

    private MadeDigest? Made(string which, object key)
    {
        var row = session.Connection.QueryFirstOrDefault<(string Id, string? Schedule, string Due, string To, long Through)>(
            $"select id, schedule_id, due_utc, to_utc, through_revision from digests {which}", key, session.Transaction);
        return row.Id is null ? null : new MadeDigest(row.Id, row.Schedule, Binding.Instant(row.Due), Binding.Instant(row.To), row.Through);
    }
}
