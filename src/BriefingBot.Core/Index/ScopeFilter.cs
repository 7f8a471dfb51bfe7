using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index;

/// <summary>The condition under which revision <c>r</c> of document <c>d</c> may be found.</summary>
internal static class ScopeFilter
{
    private const string Current = "d.removed_utc is null and d.current_revision_id = r.id";

    // The newest revision fetched by then; else the first bytes received, in their newest cleaning.
    private const string AsOf =
        """
        d.removed_utc is null and r.published_on <= $asOf and r.id = coalesce(
          (select n.id from revisions n where n.document_id = d.id and n.fetched_utc < $asOfEnd order by n.number desc limit 1),
          (select n.id from revisions n where n.document_id = d.id
             and not exists (select 1 from revisions o where o.document_id = d.id and o.number between 2 and n.number and o.cause = 'received')
           order by n.number desc limit 1))
        """;

    public static string Sql(IndexScope scope)
    {
        var sql = scope.AsOf is null ? Current : AsOf;
        if (scope.From is not null) sql += " and r.published_on >= $from";
        if (scope.To is not null) sql += " and r.published_on <= $to";
        return sql;
    }

    /// <summary>The same without the condition on the day: which revision stands for its document.</summary>
    public static string SqlUndated(IndexScope scope) =>
        scope.AsOf is null ? Current + " and r.published_on is null" : AsOf.Replace("r.published_on <= $asOf", "r.published_on is null", StringComparison.Ordinal);

    /// <summary>The revisions a scope may find.</summary>
    public static HashSet<long> Revisions(LibrarySession session, IndexScope scope)
    {
        var command = session.Prepared("select r.id from documents d join revisions r on r.document_id = d.id where " + Sql(scope));
        Bind(command, scope);
        using var row = command.ExecuteReader();
        var revisions = new HashSet<long>();
        while (row.Read()) revisions.Add(row.GetInt64(0));
        return revisions;
    }

    /// <summary>How many documents have no published day, in the revision that stands for them.</summary>
    public static int Undated(LibrarySession session, IndexScope scope)
    {
        var command = session.Prepared("select count(*) from documents d join revisions r on r.document_id = d.id where " + SqlUndated(scope));
        Bind(command, scope with { From = null, To = null });
        return (int)(long)command.ExecuteScalar()!;
    }

    public static void Bind(Microsoft.Data.Sqlite.SqliteCommand command, IndexScope scope)
    {
        if (scope.AsOf is { } day)
        {
            command.Bind("$asOf", day.ToStored());
            command.Bind("$asOfEnd", EndOf(day).ToStored());
        }

        if (scope.From is { } from) command.Bind("$from", from.ToStored());
        if (scope.To is { } to) command.Bind("$to", to.ToStored());
    }

    private static DateTimeOffset EndOf(DateOnly day) =>
        day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
