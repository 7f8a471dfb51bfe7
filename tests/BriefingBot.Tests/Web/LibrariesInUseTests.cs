using BriefingBot.Discord;
using BriefingBot.Llm;
using BriefingBot.Tests.Discord;
using BriefingBot.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Tests.Web;

public sealed class LibrariesInUseTests
{
    [Fact]
    public async Task The_log_of_a_start_names_the_libraries_and_their_versions()
    {
        var log = await SaidAsync(new DiscordOptions { Token = "a-token" }, new ModelOptions { Endpoint = "http://127.0.0.1:1/v1", Name = "tiny" });
        Assert.Matches("^Information: Discord is spoken to by .*[0-9]+[.][0-9]+[.][0-9]+", log.First());
        Assert.Matches("^Information: The model is spoken to by .*[0-9]+[.][0-9]+[.][0-9]+", log.Last());
        Assert.DoesNotContain(log, static line => line.Contains("a-token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_used_is_not_named() => Assert.Empty(await SaidAsync(new DiscordOptions(), new ModelOptions()));

    private static async Task<IReadOnlyCollection<string>> SaidAsync(DiscordOptions discord, ModelOptions model)
    {
        var lines = new LogLines(static () => { });
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(lines));
        await new LibrariesInUse(Options.Create(discord), Options.Create(model), loggers.CreateLogger<LibrariesInUse>()).StartAsync(TestContext.Current.CancellationToken);
        return lines.All;
    }
}
