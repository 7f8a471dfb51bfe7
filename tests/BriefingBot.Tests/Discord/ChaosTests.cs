using System.Collections.Concurrent;
using BriefingBot.Core.Chat;
using FakeDiscord;

namespace BriefingBot.Tests.Discord;

/// <summary>Everything goes wrong at once, and every question is answered once.</summary>
public sealed class ChaosTests
{
    private const int Questions = 300;

    [Fact]
    public async Task Three_hundred_questions_over_ten_channels_are_answered_once_while_everything_misbehaves()
    {
        var handled = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var fake = new FakeOptions { Guilds = 2, ChannelsPerGuild = 5, BucketLimit = 5, BucketWindow = TimeSpan.FromMilliseconds(250), HeartbeatInterval = TimeSpan.FromSeconds(1), Seed = 11, Kind = true, InteractionDeadline = Carrier.LongestGap };
        await using var bench = await DiscordBench.StartAsync(
            async (request, responder) =>
            {
                handled.AddOrUpdate(DiscordBench.Asked(request), 1, static (_, n) => n + 1);
                await responder.ProgressAsync(DiscordBench.Said("looking"), CancellationToken.None);
                await responder.FinishAsync(DiscordBench.Said("answer to " + DiscordBench.Asked(request)), CancellationToken.None);
            },
            fake);
        var channels = bench.Discord.World.Channels.Values.Where(static channel => channel.Type == 0).ToArray();
        Assert.Equal(10, channels.Length);
        var user = bench.Discord.People.Join("Ana");
        Misbehave(bench.Discord.Faults);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var asked = await AskAsync(bench, user, channels);
        bench.Discord.Faults.Calm();
        await bench.Discord.UntilAsync(world => asked.All(one => one.Done(world)), Carrier.Patience);

        Assert.All(handled, static one => Assert.Equal(1, one.Value));
        Assert.All(asked, one => Assert.Equal((one.Text, 1), (one.Text, Answers(channels, one.Text))));
        Assert.All(asked.Where(static one => one.Interaction is not null), static one => Assert.False(one.Interaction!.Missed || one.Interaction.Acknowledged is null));
        Assert.Equal(0, bench.Discord.Limits.Broken);
        Assert.True(bench.Discord.Gateway is { Resumes: > 2, Identifies: > 1 }, "sockets were meant to drop and sessions to end");
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 40_000_000);
    }

    private static void Misbehave(Faults faults)
        => (faults.ErrorBefore, faults.ErrorAfter, faults.Limit, faults.Slow, faults.Drop, faults.Duplicate, faults.Reorder, faults.Garbage, faults.InvalidSession)
            = (0.05, 0.05, 0.05, 0.03, 0.04, 0.1, 0.1, 0.03, 0.5);

    /// <summary>Asks by command and by mention in turn, twenty at a time; after each sixty the session ends.</summary>
    private static async Task<List<Question>> AskAsync(DiscordBench bench, FakeUser user, FakeChannel[] channels)
    {
        var asked = new List<Question>();
        for (var n = 0; n < Questions; n++)
        {
            var channel = channels[n % channels.Length];
            var text = $"question {n:000}";
            asked.Add(n % 3 == 2
                ? new Question(text, bench.Discord.People.Say(user, channel, $"<@{bench.Discord.World.Bot.Id}> {text}").Id, channel, null)
                : bench.Discord.People.Slash(user, channel, "ask", ("question", 3, text)) is var interaction ? new Question(text, interaction.Id, channel, interaction) : null!);
            if (n % 20 == 19)
            {
                var ends = n % 60 == 59;
                await bench.Discord.UntilAsync(world => asked.Count(one => !one.Done(world)) < (ends ? 1 : 10), Carrier.Patience);
                if (ends)
                {
                    bench.Discord.Gateway.Invalidate(resumable: false);
                }
            }
        }

        return asked;
    }

    private static int Answers(FakeChannel[] channels, string text)
        => channels.Sum(channel => channel.Messages.Count(message => !message.Deleted && message.Content.StartsWith("answer to", StringComparison.Ordinal) && message.Content.EndsWith(text, StringComparison.Ordinal)));

    private sealed record Question(string Text, ulong Id, FakeChannel Channel, FakeInteraction? Interaction)
    {
        public bool Done(World world) => Answers([Channel], Text) > 0;
    }
}
