using System.Globalization;
using BriefingBot.Core.Libraries;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Tests.Libraries;

public sealed class DirectStatementTests : IDisposable
{
    private readonly TempLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public void Values_go_in_by_order_and_rows_come_out_again_and_again() => _library.File.Write(session =>
    {
        session.Prepared("create temp table pairs (a integer, b integer)").ExecuteNonQuery();
        var insert = session.Direct("insert into pairs (a, b) values (?1, ?2)");
        for (var i = 1L; i <= 3; i++) insert.Run(i, long.MinValue + i);
        var select = session.Direct("select b from pairs where a >= ?1 order by a");

        var found = new List<long>();
        select.Collect(found, 2);
        select.Collect(found, 3);

        Assert.Equal([long.MinValue + 2, long.MinValue + 3, long.MinValue + 3], found);
    });

    [Fact]
    public void Bytes_are_stored_from_the_middle_of_others_and_null_where_there_is_no_number() => _library.File.Write(session =>
    {
        session.Prepared("create temp table pieces (a integer, b integer, c blob)").ExecuteNonQuery();
        var insert = session.Direct("insert into pieces (a, b, c) values (?1, ?2, ?3)");
        byte[] bytes = [1, 2, 3, 4, 5];

        insert.Store(bytes.AsSpan(1, 3), 7, null);
        insert.Store(bytes.AsSpan(4), null, 8);
        insert.Store([], 9, 9);

        Assert.Equal("7,NULL,X'020304' NULL,8,X'05' 9,9,X''", session.Prepared(
            "select group_concat(quote(a) || ',' || quote(b) || ',' || quote(c), ' ') from (select * from pieces order by rowid)").ExecuteScalar());
    });

    [Fact]
    public void A_row_is_read_where_it_stands_and_of_none_all_is_null() => _library.File.Write(session =>
    {
        session.Prepared("create temp table pieces (id integer primary key, a integer, b blob)").ExecuteNonQuery();
        session.Prepared("insert into pieces values (1, null, x'0203'), (2, 7, null)").ExecuteNonQuery();
        var select = session.Direct("select a, b from pieces where id = ?1");

        Assert.Equal(["null 2,3", "7 ", "null "], ((long[])[1, 2, 3]).Select(id =>
        {
            using var row = select.Row(id);
            return $"{row.Number(0)?.ToString(CultureInfo.InvariantCulture) ?? "null"} {string.Join(',', row.Bytes(1).ToArray())}";
        }));
    });

    [Fact]
    public void A_row_that_was_read_holds_no_transaction_open()
    {
        _library.Add("Velmora counts its boats.");
        Assert.Equal(1L, _library.File.Read(session =>
        {
            using var row = session.Direct("select id from passages where id = ?1").Row(1);
            return row.Number(0);
        }));
        _library.File.Write(session => session.Prepared("drop table copy_bands_recent").ExecuteNonQuery());

        var fault = Assert.Throws<SqliteException>(() => _library.File.Read(session =>
        {
            using var row = session.Direct("select id from copy_bands_recent where id = ?1").Row(1);
            return row.Number(0);
        }));
        Assert.Contains("copy_bands_recent", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_is_said_and_the_statement_works_after_it() => _library.File.Write(session =>
    {
        session.Prepared("create temp table single (a integer primary key)").ExecuteNonQuery();
        var insert = session.Direct("insert into single (a) values (?1)");
        insert.Run(1);

        Assert.Equal(19, Assert.Throws<SqliteException>(() => insert.Run(1)).SqliteErrorCode);
        insert.Run(2);

        Assert.Equal(2L, session.Prepared("select count(*) from single").ExecuteScalar());
        Assert.Throws<SqliteException>(() => session.Direct("insert into nothing values (?1)"));
    });
}
