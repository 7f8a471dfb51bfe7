using BriefingBot.Core.Channels;
using FakeDiscord;

namespace BriefingBot.Tests.Discord;

/// <summary>Runs alone: what it measures is the whole process.</summary>
[CollectionDefinition("Chaos", DisableParallelization = true)]
public sealed class Alone;

/// <summary>Everything goes wrong at once, over the product's own host and commands, and every question is answered once.</summary>
[Collection("Chaos")]
public sealed class ChaosTests
{
    private const int Questions = 300;

    [Fact]
    public async Task Three_hundred_questions_over_ten_channels_are_answered_once_while_everything_misbehaves()
    {
        // Three seconds are for the bot; what a machine busy with other work adds to them is not.
        var fake = new FakeOptions
        {
            Guilds = 2,
            ChannelsPerGuild = 5,
            BucketLimit = 5,
            BucketWindow = TimeSpan.FromMilliseconds(250),
            HeartbeatInterval = TimeSpan.FromSeconds(1),
            InteractionDeadline = Carrier.LongestGap,
            Seed = 11,
            Kind = true,
        };
        await using var served = await ServedDiscord.StartAsync(
            fake, ("Limits:PersonBurst", "1000"), ("Limits:PersonPerMinute", "1000"), ("Limits:ChannelBurst", "1000"), ("Limits:ChannelPerMinute", "1000"));
        served.BindAll();
        var channels = served.Discord.World.Channels.Values.Where(static channel => channel.Type == 0).ToArray();
        Assert.Equal(10, channels.Length);
        Misbehave(served.Discord.Faults);

        var (asked, grown) = await AskAsync(served, served.Discord.People.Join("Ana"), channels);
        served.Discord.Faults.Calm();
        await served.Discord.UntilAsync(_ => asked.All(static one => one.Done), Carrier.Patience);
        await served.StopAsync();

        Assert.All(asked, one => Assert.Equal((one.Text, 1), (one.Text, channels.Sum(channel => Answers(channel, one.Text)))));
        served.Operate(bot => Assert.Equal(Questions, new InboxLog(bot, TimeProvider.System).Count()[InboxState.Shown]));
        Assert.All(asked.Where(static one => one.Interaction is not null), static one => Assert.False(one.Interaction!.Missed || one.Interaction.Acknowledged is null));
        Assert.Equal(0, served.Discord.Limits.Broken);
        Assert.True(served.Discord.Gateway is { Resumes: > 2, Identifies: > 1 }, "sockets were meant to drop and sessions to end");
        Assert.InRange(grown, long.MinValue, 30_000_000);
    }

    private static void Misbehave(Faults faults)
        => (faults.ErrorBefore, faults.ErrorAfter, faults.Limit, faults.Slow, faults.Drop, faults.Duplicate, faults.Reorder, faults.Garbage, faults.InvalidSession)
            = (0.05, 0.05, 0.05, 0.03, 0.04, 0.1, Carrier.Disorder, 0.03, 0.5);

    /// <summary>Asks by command and by mention in turn, twenty at a time; after each sixty the session ends. Also tells by how many bytes the process grew after the first third.</summary>
    private static async Task<(List<Question> Asked, long Grown)> AskAsync(ServedDiscord served, FakeUser user, FakeChannel[] channels)
    {
        var asked = new List<Question>();
        var before = 0L;
        for (var n = 0; n < Questions; n++)
        {
            asked.Add(Ask(served, user, channels[n % channels.Length], n));
            if (n % 20 == 19)
            {
                var ends = n % 60 == 59;
                await served.Discord.UntilAsync(_ => asked.Count(static one => !one.Done) < (ends ? 1 : 10), Carrier.Patience);
                if (ends) served.Discord.Gateway.Invalidate(resumable: false);
                if (n == Questions / 3 + 19) before = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        return (asked, GC.GetTotalMemory(forceFullCollection: true) - before);
    }

    private static Question Ask(ServedDiscord served, FakeUser user, FakeChannel channel, int n)
    {
        var text = $"How many dockers walked out at Port Varran, case {n:000}?";
        if (n % 3 == 2)
        {
            served.Discord.People.Say(user, channel, $"<@{served.Discord.World.Bot.Id}> {text}");
            return new Question(text, channel, null);
        }

        return new Question(text, channel, served.Ask(user, channel, text));
    }

    private static int Answers(FakeChannel channel, string text)
        => channel.Messages.Count(message => !message.Deleted && message.Author.Bot && ServedDiscord.Words(message).Contains(text, StringComparison.Ordinal));

    private sealed record Question(string Text, FakeChannel Channel, FakeInteraction? Interaction)
    {
        private bool _done;

        // Once shown it stays shown; a second showing is looked for at the end.
        public bool Done => _done |= Answers(Channel, Text) > 0;
    }
}
