using System.Text;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Tests.Libraries;

public sealed class DocumentStoreTests : IDisposable
{
    private readonly TempLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public void Everything_known_about_a_document_comes_back()
    {
        var metadata = new DocumentMetadata
        {
            Title = "Ferries halted",
            Publisher = "The Velmora Tide",
            Agency = "Orsk Wire",
            Byline = "Ines Corb",
            PublishedOn = new DateOnly(2030, 5, 6),
            PublishedUtc = new DateTimeOffset(2030, 5, 6, 7, 8, 9, TimeSpan.FromHours(2)),
            PublishedFrom = DateSource.TimeElement,
            Language = "en",
            Url = "https://tide.example/ferries",
        };
        var received = Encoding.UTF8.GetBytes("raw <b>bytes</b>");
        var revision = new NewRevision("One 🚢 left.\n\nTwo did not.", metadata, _library.Clock.Now, RevisionCause.Received, 3, "abc", [new RemovedPart("share bar", "Share this 🙂")], PackedBytes.Of(received));

        _library.File.Write(s => new DocumentStore(s).Add("d1", "/tmp/ferries.html", revision));

        var document = _library.File.Read(s => new DocumentStore(s).Find("d1"))!;
        Assert.Equal(("d1", "/tmp/ferries.html", _library.Clock.Now, null), (document.Id, document.Origin, document.AddedUtc, document.RemovedUtc));
        Assert.Equal(metadata, document.Current.Metadata);
        Assert.Equal((1, revision.Text, RevisionCause.Received, 3, "abc"), (document.Current.Number, document.Current.Text, document.Current.Cause, document.Current.CleanerVersion, document.Current.ContentHash));
        Assert.Equal(revision.Removed, document.Current.Removed);
        Assert.Equal(received, _library.File.Read(s => new DocumentStore(s).Original("abc")));
        var row = Assert.Single(_library.File.Read(s => new DocumentStore(s).List()));
        Assert.Equal(("d1", 1, metadata, 0, revision.Text.Length, "Share this 🙂".Length), (row.Id, row.RevisionNumber, row.Metadata, row.Passages, row.Characters, row.RemovedCharacters));
    }

    [Fact]
    public void What_is_unknown_stays_null()
    {
        var document = _library.Add("Nothing is known of this.");

        Assert.Equal(new DocumentMetadata(), _library.File.Read(s => new DocumentStore(s).Find(document.Id))!.Current.Metadata);
        Assert.Null(_library.File.Read(s => new DocumentStore(s).NewestPublishedOn()));
    }

    [Fact]
    public void A_new_text_becomes_current_and_the_old_one_stays()
    {
        var document = _library.Add("The ferry was late.", "2030-01-01");
        _library.Revise(document.Id, "The ferry was not late.", "2030-01-03");

        _library.File.Read(session =>
        {
            var store = new DocumentStore(session);
            Assert.Equal("The ferry was not late.", store.Find(document.Id)!.Current.Text);
            Assert.Equal("The ferry was late.", store.FindRevision(document.Id, 1)!.Text);
            Assert.Equal([1, 2], store.Revisions(document.Id).Select(r => r.Number));
            Assert.Null(store.FindRevision(document.Id, 3));
            Assert.Equal(new DateOnly(2030, 1, 3), store.NewestPublishedOn());
            return true;
        });
    }

    [Fact]
    public void Every_change_raises_the_library_revision_by_one()
    {
        var seen = new List<long>();
        void Look() => seen.Add(_library.File.Read(s => s.LibraryRevision));

        Look();
        var document = _library.Add("One.");
        Look();
        _library.Revise(document.Id, "Two.");
        Look();
        _library.Remove(document.Id);
        Look();
        _library.Remove(document.Id);
        Look();
        _library.Remove(document.Id, purge: true);
        Look();

        Assert.Equal([0, 1, 2, 3, 3, 4], seen);
    }

    [Fact]
    public void A_revision_is_never_edited_nor_deleted()
    {
        _library.Add("The ferry was late.");

        foreach (var sql in (string[])["update revisions set title = 'x'", "delete from revisions", "update revision_texts set text = 'x'"])
            Assert.Throws<SqliteException>(() => _library.File.Write(s => s.Prepared(sql).ExecuteNonQuery()));
    }

    [Fact]
    public void Bytes_are_known_again_while_they_are_current()
    {
        var first = _library.Add("The ferry was late.");
        var second = _library.Add("The ferry was late.");
        var hash = first.Current.ContentHash;
        Assert.Equal([first.Id, second.Id], Same(hash));

        _library.Revise(first.Id, "The ferry was early.");
        Assert.Equal([second.Id], Same(hash));

        _library.Remove(second.Id);
        Assert.Empty(Same(hash));
        Assert.NotNull(_library.File.Read(s => new DocumentStore(s).Original(hash)));
    }

    [Fact]
    public void A_removed_document_frees_its_origin_and_keeps_its_id()
    {
        var document = _library.Add("The ferry was late.", origin: "a.txt", id: "d1");
        Assert.Throws<LibraryExistsException>(() => _library.Add("Again.", origin: "a.txt"));
        _library.Remove(document.Id);

        Assert.Null(_library.File.Read(s => new DocumentStore(s).FindByOrigin("a.txt")));
        Assert.Equal(_library.Clock.Now, _library.File.Read(s => new DocumentStore(s).Find("d1"))!.RemovedUtc);
        Assert.Throws<LibraryNotFoundException>(() => _library.Revise("d1", "Later."));
        Assert.Throws<LibraryExistsException>(() => _library.Add("Again.", id: "d1"));
        Assert.NotEqual("d1", _library.Add("Again.", origin: "a.txt").Id, StringComparer.Ordinal);
    }

    [Fact]
    public void A_purge_blanks_the_text_what_was_cut_from_it_and_bytes_nobody_shares()
    {
        var (gone, stays) = (_library.Add("The ferry was late."), _library.Add("The ferry was late."));
        var hash = gone.Current.ContentHash;

        _library.Remove(gone.Id, purge: true);
        Assert.Equal("", _library.File.Read(s => new DocumentStore(s).Find(gone.Id))!.Current.Text);
        Assert.NotNull(_library.File.Read(s => new DocumentStore(s).Original(hash)));

        _library.Remove(stays.Id, purge: true);
        Assert.Null(_library.File.Read(s => new DocumentStore(s).Original(hash)));

        _library.Add("The ferry was late.");
        Assert.NotNull(_library.File.Read(s => new DocumentStore(s).Original(hash)));
    }

    [Fact]
    public void What_does_not_exist_is_named()
    {
        Assert.Contains("no document nobody", Assert.Throws<LibraryNotFoundException>(() => _library.Remove("nobody")).Message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => _library.File.Read(s => new DocumentStore(s).Revision(12)));
    }

    [Fact]
    public void A_text_that_sqlite_would_cut_short_is_not_taken() =>
        Assert.Throws<ArgumentException>(() => _library.Add("before\0after"));

    [Fact]
    public void Passages_keep_their_order_and_their_ranges()
    {
        var document = _library.Add("First 🙂 part.\n\nSecond part.\n\nThird.");

        _library.File.Read(session =>
        {
            var passages = new PassageStore(session).ForRevision(document.Current.Id);
            Assert.Equal(["First 🙂 part.", "Second part.", "Third."], passages.Select(p => p.Range.Of(document.Current.Text)), StringComparer.Ordinal);
            Assert.Equal([0, 1, 2], passages.Select(p => p.Ordinal));
            Assert.Equal([passages[2], passages[0]], new PassageStore(session).Find([passages[2].Id, 999, passages[0].Id]));
            Assert.Equal(3, new PassageStore(session).Count());
            return true;
        });
        Assert.Throws<ArgumentOutOfRangeException>(() => _library.File.Write(s => new PassageStore(s).Add(document.Current, [new TextRange(0, 5000)])));
    }

    [Fact]
    public void Aliases_are_kept_once_and_go_with_their_document()
    {
        var document = _library.Add("The Harbour Watch (HW) met.");
        _library.File.Write(session =>
        {
            var aliases = new AliasStore(session);
            aliases.Add(new Alias("HW", "Harbour Watch", Alias.FromDocument, document.Id));
            aliases.Add(new Alias("hw", "harbour watch", Alias.FromDocument, document.Id));
            aliases.Add(new Alias("HW", "Harbour Watch", Alias.FromDesk, null));
            aliases.Add(new Alias("HW", "Harbour Watch", Alias.FromDesk, null));
        });
        Assert.Equal([Alias.FromDesk, Alias.FromDocument], Aliases().Select(a => a.Source), StringComparer.Ordinal);

        _library.Remove(document.Id);
        Assert.Equal([new Alias("HW", "Harbour Watch", Alias.FromDesk, null)], Aliases());

        Assert.True(_library.File.Write(s => new AliasStore(s).Remove("harbour watch", "hw")));
        Assert.False(_library.File.Write(s => new AliasStore(s).Remove("HW", "Harbour Watch")));
    }

    private IReadOnlyList<Alias> Aliases() => _library.File.Read(s => new AliasStore(s).List());

    private IReadOnlyList<string> Same(string hash) => _library.File.Read(s => new DocumentStore(s).FindByContentHash(hash));
}
