using Microsoft.Data.Sqlite;

namespace BriefingBot.Tests.Cli;

public sealed class DoctorTests
{
    [Fact]
    public async Task All_is_well_before_the_first_document()
    {
        using var shell = new Shell();

        var ran = await shell.RunAsync("doctor", "--json");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.All(ran.Json.GetProperty("checks").EnumerateArray(), check => Assert.Equal("name ok detail remedy", Ran.Names(check)));
        Assert.False(Directory.Exists(shell.DataDirectory));
    }

    [Fact]
    public async Task A_sound_library_passes_every_check()
    {
        using var shell = await Articles.AddedAsync(new Shell());

        var ran = await shell.RunAsync("doctor");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("ok library default", ran.Out, StringComparison.Ordinal);
        Assert.Contains("ok index default", ran.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("!!", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_out_of_step_is_found_and_repaired()
    {
        using var shell = await Articles.AddedAsync(new Shell());
        Execute(shell, "delete from index_tail; update index_state set generation = generation + 1");

        var found = await shell.RunAsync("doctor");
        var repaired = await shell.RunAsync("doctor", "--repair");
        var after = await shell.RunAsync("doctor");

        Assert.Equal(1, found.Code);
        Assert.Contains("doctor --repair", found.Out, StringComparison.Ordinal);
        Assert.Equal((0, 0), (repaired.Code, after.Code));
        Assert.NotEmpty((await shell.RunAsync("search", "dockers", "--json")).Json.GetProperty("passages").EnumerateArray());
    }

    [Fact]
    public async Task A_library_of_a_newer_version_is_left_alone()
    {
        using var shell = await Articles.AddedAsync(new Shell());
        Execute(shell, "pragma user_version = 999");

        var asked = await shell.RunAsync("ask", "How many dockers stayed away?");
        var looked = await shell.RunAsync("doctor");

        Assert.Equal((1, 1), (asked.Code, looked.Code));
        Assert.Contains("999", asked.Error, StringComparison.Ordinal);
        Assert.Contains("!! library default", looked.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_setting_is_one_of_the_findings()
    {
        using var shell = new Shell();
        var file = shell.Write("settings.json", """{"Web":{"Url":"nowhere"}}""");

        var ran = await shell.RunAsync("doctor", "--config", file, "--json");

        Assert.Equal(2, ran.Code);
        var check = ran.Json.GetProperty("checks")[0];
        Assert.False(check.GetProperty("ok").GetBoolean());
        Assert.Contains("Web:Url", check.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.NotNull(check.GetProperty("remedy").GetString());
    }

    private static void Execute(Shell shell, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(shell.DataDirectory, "libraries", "default.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
