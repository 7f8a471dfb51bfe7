using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Channels;

/// <summary>What was asked in vain, as a workspace may see it.</summary>
public sealed class GapStore(LibrarySession session)
{
    /// <summary>
    /// Questions of a workspace answered "insufficient", most asked first; what was asked in private is left out. What others who were granted the library
    /// asked of it is theirs.
    /// </summary>
    public IReadOnlyList<Gap> Of(WorkspaceKey workspace) => session.Connection.Query<(string Question, long Asked, string LastAsked)>(
        """
        select a.question, count(*), max(a.asked_utc) from answers a join turns t on t.answer_id = a.id
        where a.status = 'insufficient' and t.private = 0 and t.platform = $Platform and t.workspace = $Id
        group by a.question_key order by count(*) desc, max(a.asked_utc) desc
        """, new { workspace.Platform, workspace.Id }, session.Transaction).Select(row => new Gap(row.Question, (int)row.Asked, Binding.Instant(row.LastAsked))).ToList();
}
