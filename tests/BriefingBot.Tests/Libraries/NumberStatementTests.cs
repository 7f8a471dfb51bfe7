using BriefingBot.Core.Libraries;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Tests.Libraries;

public sealed class NumberStatementTests : IDisposable
{
    private readonly TempLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public void Values_go_in_by_order_and_rows_come_out_again_and_again() => _library.File.Write(session =>
    {
        session.Prepared("create temp table pairs (a integer, b integer)").ExecuteNonQuery();
        var insert = session.OverNumbers("insert into pairs (a, b) values (?1, ?2)");
        for (var i = 1L; i <= 3; i++) insert.Run(i, long.MinValue + i);
        var select = session.OverNumbers("select b from pairs where a >= ?1 order by a");

        var found = new List<long>();
        select.Run(found, 2);
        select.Run(found, 3);

        Assert.Equal([long.MinValue + 2, long.MinValue + 3, long.MinValue + 3], found);
    });

    [Fact]
    public void A_fault_is_said_and_the_statement_works_after_it() => _library.File.Write(session =>
    {
        session.Prepared("create temp table single (a integer primary key)").ExecuteNonQuery();
        var insert = session.OverNumbers("insert into single (a) values (?1)");
        insert.Run(1);

        Assert.Equal(19, Assert.Throws<SqliteException>(() => insert.Run(1)).SqliteErrorCode);
        insert.Run(2);

        Assert.Equal(2L, session.Prepared("select count(*) from single").ExecuteScalar());
        Assert.Throws<SqliteException>(() => session.OverNumbers("insert into nothing values (?1)"));
    });
}
