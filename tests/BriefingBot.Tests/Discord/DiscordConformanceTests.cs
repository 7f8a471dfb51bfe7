using System.Threading.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Tests.Chat;
using FakeDiscord;

namespace BriefingBot.Tests.Discord;

/// <summary>What every platform promises, kept by Discord over the fake's real sockets.</summary>
public sealed class DiscordConformanceTests : PlatformConformance
{
    private protected override async Task<PlatformUnderTest> OpenAsync()
    {
        var arrived = Channel.CreateUnbounded<(ChatRequest, IChatResponder)>();
        var bench = await DiscordBench.StartAsync((request, responder) => arrived.Writer.WriteAsync((request, responder)).AsTask(), new FakeOptions { BucketWindow = TimeSpan.FromMilliseconds(250) });
        return new Under(bench, arrived.Reader);
    }

    private sealed class Under(DiscordBench bench, ChannelReader<(ChatRequest, IChatResponder)> arrived) : PlatformUnderTest
    {
        private readonly FakeUser _asker = bench.Discord.People.Join("Ana");

        public override IChatPlatform Platform => bench.Platform;

        public override ChatPlace Place => bench.Place;

        public override async Task<(ChatRequest Request, IChatResponder Responder)> AskAsync(string question, bool alone)
        {
            bench.Discord.People.Slash(_asker, bench.Channel, "ask", ("question", 3, question), ("private", 5, alone));
            return await arrived.ReadAsync(TestContext.Current.CancellationToken);
        }

        public override Task<int> CountAsync(string words) => Task.FromResult(Count(words, null));

        public override Task<int> CountForAskerAsync(string words) => Task.FromResult(Count(words, _asker.Id));

        public override ValueTask DisposeAsync() => bench.DisposeAsync();

        /// <summary>Escapes are not seen by people.</summary>
        private int Count(string words, ulong? person)
        {
            lock (bench.Discord.World.Gate)
            {
                return bench.Channel.Messages
                    .Where(message => !message.Deleted && (message.OnlyFor is null || message.OnlyFor == person))
                    .Sum(message => message.Content.Replace("\\", "", StringComparison.Ordinal).Split(words).Length - 1);
            }
        }
    }
}
