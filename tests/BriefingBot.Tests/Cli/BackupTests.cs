namespace BriefingBot.Tests.Cli;

public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_brings_back_what_was_lost_and_keeps_what_it_replaces()
    {
        using var shell = await Articles.AddedAsync(new Shell());
        var copied = await shell.RunAsync("backup", shell.PathOf("monday"), "--json");
        Assert.Equal((0, ""), (copied.Code, copied.Error));
        Assert.Equal(0, (await shell.RunAsync("library", "remove", "default")).Code);
        Assert.Equal(0, (await shell.RunAsync("library", "create", "later")).Code);

        var restored = await shell.RunAsync("restore", shell.PathOf("monday"), "--json");

        Assert.Equal((0, ""), (restored.Code, restored.Error));
        Assert.Equal(2, (await shell.RunAsync("documents", "--json")).Json.GetProperty("documents").GetArrayLength());
        Assert.True(File.Exists(Path.Combine(restored.Json.GetProperty("replaced").GetString()!, "libraries", "later.db")));
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_never_written_over()
    {
        using var shell = await Articles.AddedAsync(new Shell());

        var ran = await shell.RunAsync("backup", shell.PathOf("articles"));

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains("not empty", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_backup_is_told()
    {
        using var shell = await Articles.AddedAsync(new Shell());

        var ran = await shell.RunAsync("restore", shell.PathOf("articles"));

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Equal(0, (await shell.RunAsync("documents")).Code);
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_running_process()
    {
        using var shell = await Articles.AddedAsync(new Shell());
        await shell.RunAsync("backup", shell.PathOf("monday"));
        using var used = new Core.Libraries.LibraryCatalog(shell.DataDirectory, TimeProvider.System).Open("default");

        var ran = await shell.RunAsync("restore", shell.PathOf("monday"));

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains("in use", ran.Error, StringComparison.Ordinal);
    }
}
