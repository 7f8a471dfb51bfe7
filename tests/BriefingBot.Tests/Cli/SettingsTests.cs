namespace BriefingBot.Tests.Cli;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("""{"Ingestion":{"MaxItemBytes":"much"}}""", "Ingestion:MaxItemBytes")]
    [InlineData("""{"Ingestion":{"MaxItemBytes":0}}""", "Ingestion:MaxItemBytes")]
    [InlineData("""{"Ingestion":{"MaxItemByte":5}}""", "Ingestion:MaxItemByte")]
    [InlineData("""{"Web":{"Url":"port 80"}}""", "Web:Url")]
    [InlineData("""{"Web":{"PublicUrl":"ftp://varran.example"}}""", "Web:PublicUrl")]
    [InlineData("""{"Retrieval":{"AliasWeight":"heavy"}}""", "Retrieval:AliasWeight")]
    [InlineData("""{"Briefing":{"FactQuotes":"all"}}""", "Briefing:FactQuotes")]
    [InlineData("{", "settings.json")]
    public async Task A_bad_setting_stops_with_2_and_names_its_key(string settings, string key)
    {
        using var shell = new Shell();
        var file = shell.Write("settings.json", settings);

        var ran = await shell.RunAsync("library", "list", "--config", file);

        Assert.Equal((2, ""), (ran.Code, ran.Out));
        Assert.Contains(key, ran.Error, StringComparison.Ordinal);
        Assert.Equal(1, ran.Error.Count(letter => letter == '\n'));
    }

    [Fact]
    public async Task The_largest_item_is_a_setting()
    {
        using var shell = new Shell();
        var file = shell.Write("settings.json", """{"Ingestion":{"MaxItemBytes":100}}""");

        var ran = await shell.RunAsync("add", shell.Write("walkout.txt", Articles.Walkout), "--config", file, "--json");

        Assert.Equal(3, ran.Code);
        var receipt = ran.Json.GetProperty("receipts")[0];
        Assert.Equal("failed", receipt.GetProperty("outcome").GetString());
        Assert.Contains("MaxItemBytes", receipt.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("serve")]
    public async Task No_verb_is_serve_and_a_bad_setting_stops_it_before_it_does_anything(string verb)
    {
        using var shell = new Shell();
        var file = shell.Write("settings.json", """{"Web":{"Url":"nowhere"}}""");

        var ran = await shell.RunAsync([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--config", file]);

        Assert.Equal((2, ""), (ran.Code, ran.Out));
        Assert.Contains("Web:Url", ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(shell.DataDirectory));
    }

    [Fact]
    public void The_environment_gives_sections_only()
    {
        Environment.SetEnvironmentVariable("BRIEFINGBOT_Web__PublicUrl", "https://desk.varran.example");
        Environment.SetEnvironmentVariable("BRIEFINGBOT_LONE", "no section");
        try
        {
            var settings = Settings.Read(null);

            Assert.Equal("https://desk.varran.example", settings["Web:PublicUrl"]);
            Assert.Null(settings["LONE"]);
            Assert.Null(settings["Data"]);
        }
        finally
        {
            Environment.SetEnvironmentVariable("BRIEFINGBOT_Web__PublicUrl", null);
            Environment.SetEnvironmentVariable("BRIEFINGBOT_LONE", null);
        }
    }

    [Fact]
    public void User_secrets_are_settings_that_a_file_and_the_environment_overrule()
    {
        using var shell = new Shell();
        var secrets = Path.Combine(NoSecrets.Folder, "Microsoft", "UserSecrets", Settings.SecretsId);
        Directory.CreateDirectory(secrets);
        File.WriteAllText(Path.Combine(secrets, "secrets.json"), """{"Nobody:Kept":"secret","Nobody:Told":"secret"}""");

        var settings = Settings.Read(shell.Write("settings.json", """{"Nobody":{"Told":"file"}}"""));

        Assert.Equal(("secret", "file"), (settings["Nobody:Kept"], settings["Nobody:Told"]));
    }
}
