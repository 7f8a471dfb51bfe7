using BriefingBot.Discord;
using BriefingBot.Tests.Architecture;

namespace BriefingBot.Tests.Discord;

/// <summary>What of the platform stands on nothing but words and shapes, so that another client of Discord's could use it too.</summary>
public sealed class LayerTests
{
    private const string Root = "BriefingBot.Discord.";

    [Theory]
    [InlineData("Wire", "")]
    [InlineData("Rendering", "Wire")]
    [InlineData("Rest", "Wire")]
    public void A_layer_uses_only_those_below_it(string layer, string below)
    {
        using var assembly = new AssemblyReferences(typeof(DiscordPlatform).Assembly.Location);
        string[] others = [.. new[] { "Gateway", "Interactions", "Rendering", "Rest", "Wire" }.Where(name => name != layer && name != below)];

        var astray = assembly.Read().Where(pair => pair.User.StartsWith($"{Root}{layer}.", StringComparison.Ordinal) && others.Any(other => pair.Used.StartsWith($"{Root}{other}.", StringComparison.Ordinal)));

        Assert.Empty(astray);
    }
}
