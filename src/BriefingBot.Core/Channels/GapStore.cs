using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Channels;

/// <summary>What was asked in vain, as a channel may see it.</summary>
public sealed class GapStore(LibrarySession session)
{
    /// <summary>Questions answered "insufficient", most asked first; what was asked in private only is left out.</summary>
    public IReadOnlyList<Gap> Public() => session.Connection.Query<(string Question, long Asked, string LastAsked)>(
        """
        select a.question, count(*), max(a.asked_utc) from answers a
        where a.status = 'insufficient' and not exists (select 1 from turns t where t.answer_id = a.id and t.private = 1)
        group by a.question_key order by count(*) desc, max(a.asked_utc) desc
        """, transaction: session.Transaction).Select(row => new Gap(row.Question, (int)row.Asked, Binding.Instant(row.LastAsked))).ToList();
}
