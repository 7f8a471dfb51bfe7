namespace BriefingBot.Tests.Cli;

public sealed class LibraryVerbTests
{
    [Fact]
    public async Task Libraries_are_made_listed_and_removed()
    {
        using var shell = new Shell();

        Assert.Equal(0, (await shell.RunAsync("library", "create", "port-desk")).Code);
        Assert.Equal(1, (await shell.RunAsync("library", "create", "port-desk")).Code);
        var listed = (await shell.RunAsync("library", "list", "--json")).Json.GetProperty("libraries")[0];
        Assert.Equal(("port-desk", 0), (listed.GetProperty("name").GetString(), listed.GetProperty("documents").GetInt32()));
        Assert.Equal(0, (await shell.RunAsync("library", "remove", "port-desk")).Code);
        Assert.Equal(1, (await shell.RunAsync("library", "remove", "port-desk")).Code);
        Assert.Empty((await shell.RunAsync("library", "list", "--json")).Json.GetProperty("libraries").EnumerateArray());
    }

    [Fact]
    public async Task Libraries_know_nothing_of_each_other()
    {
        using var shell = await Articles.AddedAsync(new Shell());
        await shell.RunAsync("library", "create", "other");

        Assert.Equal(4, (await shell.RunAsync("ask", "How many dockers stayed away?", "--library", "other")).Code);
        Assert.Empty((await shell.RunAsync("documents", "--library", "other", "--json")).Json.GetProperty("documents").EnumerateArray());
    }

    [Fact]
    public async Task An_alias_is_added_and_taken_away()
    {
        using var shell = await Articles.AddedAsync(new Shell());

        var added = await shell.RunAsync("library", "alias", "add", "PDU", "=", "Port", "Dockers'", "Union", "--json");

        Assert.Contains(added.Json.GetProperty("aliases").EnumerateArray(), alias =>
            (alias.GetProperty("name").GetString(), alias.GetProperty("sameAs").GetString(), alias.GetProperty("source").GetString()) == ("PDU", "Port Dockers' Union", "desk"));
        Assert.Equal(0, (await shell.RunAsync("library", "alias", "remove", "PDU = Port Dockers' Union")).Code);
        Assert.Equal(1, (await shell.RunAsync("library", "alias", "remove", "PDU = Port Dockers' Union")).Code);
    }

    [Fact]
    public async Task Cleaning_again_with_the_same_cleaner_changes_nothing()
    {
        using var shell = await Articles.AddedAsync(new Shell());

        var ran = await shell.RunAsync("library", "reclean", "--json");

        Assert.Equal(0, ran.Code);
        Assert.DoesNotContain(ran.Json.GetProperty("receipts").EnumerateArray(), receipt => receipt.GetProperty("outcome").GetString() is "failed");
    }

    [Fact]
    public async Task A_file_that_is_no_library_is_told_and_left_alone()
    {
        using var shell = await Articles.AddedAsync(new Shell());
        var file = Path.Combine(shell.DataDirectory, "libraries", "default.db");
        var noise = Enumerable.Range(0, 20_000).Select(number => (byte)(number * 31)).ToArray();
        foreach (var aside in Directory.GetFiles(Path.GetDirectoryName(file)!, "default.db-*")) File.Delete(aside);
        await File.WriteAllBytesAsync(file, noise, TestContext.Current.CancellationToken);

        var ran = await shell.RunAsync("ask", "anything");

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains("default", ran.Error, StringComparison.Ordinal);
        Assert.Contains("restore", ran.Error, StringComparison.Ordinal);
        Assert.Equal(noise, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_a_sentence()
    {
        using var shell = new Shell();
        shell.Write("data", "not a folder");

        var ran = await shell.RunAsync("library", "create", "desk");

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains("data", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" fail ", ran.Error, StringComparison.Ordinal);
    }
}
