using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Libraries;

public sealed class LibraryCatalogTests : IDisposable
{
    private readonly TempLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../elsewhere")]
    [InlineData("/etc/passwd")]
    [InlineData("a\\b")]
    [InlineData("Upper")]
    [InlineData("with space")]
    [InlineData("dot.db")]
    [InlineData("café")]
    [InlineData("nul\0l")]
    [InlineData("x1234567890123456789012345678901234567890123456789012345678901234")]
    public void A_name_that_could_leave_the_folder_or_differ_between_systems_is_refused(string name)
    {
        var fault = Assert.Throws<LibraryException>(() => _library.Catalog.OpenOrCreate(name));

        Assert.Contains("cannot be the name of a library", fault.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_library.Directory, "libraries")));
    }

    [Fact]
    public void A_library_is_made_once_and_listed_in_order()
    {
        foreach (var name in (string[])["wire", "desk-2", "a_b"]) _library.Catalog.Create(name).Dispose();

        Assert.Equal(["a_b", "desk-2", "wire"], _library.Catalog.List());
        Assert.Contains("already a library \"wire\"", Assert.Throws<LibraryExistsException>(() => _library.Catalog.Create("wire")).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_library.Directory, "libraries"), "*.new*"));
    }

    [Fact]
    public void A_missing_library_is_named_with_those_there_are()
    {
        _library.Catalog.Create("wire").Dispose();

        var fault = Assert.Throws<LibraryNotFoundException>(() => _library.Catalog.Open("dsk"));

        Assert.Contains("no library \"dsk\"", fault.Message, StringComparison.Ordinal);
        Assert.Contains("There is: wire.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_in_use_is_not_removed_and_one_at_rest_is_gone()
    {
        using (_library.Catalog.Create("wire"))
            Assert.Throws<LibraryBusyException>(() => _library.Catalog.Remove("wire"));

        _library.Catalog.Remove("wire");

        Assert.Empty(_library.Catalog.List());
        Assert.Throws<LibraryNotFoundException>(() => _library.Catalog.Remove("wire"));
    }

    [Fact]
    public async Task Many_may_make_the_same_library_at_once()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _library.Catalog.OpenOrCreate("wire"))));

        Assert.All(opened, file => Assert.Equal(0, file.Read(s => s.LibraryRevision)));
        foreach (var file in opened) file.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no database, whatever its name says, and it is long enough to be looked at as one by anybody who tries")]
    public void A_file_that_is_no_library_is_refused_and_left_as_it_is(string content)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_library.Directory, "libraries")).FullName, "wire.db");
        File.WriteAllText(path, content);

        var fault = Assert.Throws<LibraryCorruptException>(() => _library.Catalog.OpenOrCreate("wire"));

        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
        Assert.Contains("restore", fault.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(path));
    }

    [Fact]
    public void A_folder_in_the_place_of_a_library_is_named()
    {
        var path = Directory.CreateDirectory(Path.Combine(_library.Directory, "libraries", "wire.db")).FullName;

        Assert.Contains(path, Assert.Throws<LibraryException>(() => _library.Catalog.OpenOrCreate("wire")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_folder_that_is_a_file_is_named()
    {
        var path = Path.Combine(_library.Directory, "data");
        File.WriteAllText(path, "");

        var fault = Assert.ThrowsAny<LibraryException>(() => new LibraryCatalog(path, _library.Clock).OpenOrCreate("wire"));

        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_of_the_bot_survives_closing()
    {
        using (var bot = _library.Catalog.OpenBot())
        {
            Assert.Null(bot.Get("greeting"));
            bot.Set("greeting", "good morning");
            bot.Set("greeting", "good evening");
            bot.Set("other", "x");
            bot.Set("other", null);
        }

        using var again = _library.Catalog.OpenBot();
        Assert.Equal("good evening", again.Get("greeting"));
        Assert.Null(again.Get("other"));
    }
}
