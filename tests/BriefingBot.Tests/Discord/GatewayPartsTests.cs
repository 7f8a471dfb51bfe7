using System.IO.Compression;
using System.Text;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Rest;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Discord;

public sealed class GatewayPartsTests
{
    [Fact]
    public void Frames_of_one_stream_inflate_however_their_bytes_are_cut()
    {
        Prop.ForAll<string[], int>((texts, cut) =>
        {
            using var packed = new MemoryStream();
            using var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true);
            using var inflater = new ZlibStreamInflater();
            foreach (var text in texts.Select(static text => "frame " + text))
            {
                packed.SetLength(0);
                zlib.Write(Encoding.UTF8.GetBytes(text));
                zlib.Flush();
                var bytes = packed.ToArray();
                var middle = Math.Abs(cut % bytes.Length);
                var first = middle == 0 ? null : inflater.Add(bytes.AsSpan(0, middle));
                if (first is not null || Encoding.UTF8.GetString(inflater.Add(bytes.AsSpan(middle))!) != Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)))
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Bytes_that_do_not_inflate_are_a_fault_and_no_hang()
    {
        using var inflater = new ZlibStreamInflater();

        Assert.Throws<InvalidDataException>(() => inflater.Add([1, 2, 3, 4, 0, 0, 0xFF, 0xFF]));
    }

    [Fact]
    public void A_frame_that_blows_up_beyond_all_bounds_is_refused()
    {
        using var packed = new MemoryStream();
        using var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true);
        zlib.Write(new byte[ZlibStreamInflater.LargestFrame + 1]);
        zlib.Flush();
        using var inflater = new ZlibStreamInflater();

        Assert.Throws<InvalidDataException>(() => inflater.Add(packed.ToArray()));
    }

    [Fact]
    public void Whatever_the_order_each_event_is_new_once_and_resuming_misses_none()
    {
        Prop.ForAll(Gen.Shuffle(Enumerable.Range(1, 40).ToArray()).ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (order, stop) =>
        {
            var tracker = new SequenceTracker();
            var arrived = order.Take(stop).ToHashSet();
            var fresh = order.Take(stop).Concat(order.Take(stop)).Count(number => tracker.Arrived(number));
            return fresh == stop && Enumerable.Range(1, (int)tracker.Last).All(arrived.Contains) && !arrived.Contains((int)tracker.Last + 1);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_gap_that_never_closes_is_given_up_in_the_end()
    {
        var tracker = new SequenceTracker();
        for (var number = 2; number < 1000; number++)
        {
            Assert.True(tracker.Arrived(number));
        }

        Assert.Equal(999, tracker.Last);
    }

    [Theory]
    [InlineData(4004, "Discord:Token")]
    [InlineData(4010, "Discord:ApiBaseUrl")]
    [InlineData(4011, "Discord:Token")]
    [InlineData(4012, "Discord:ApiBaseUrl")]
    [InlineData(4013, "Discord:MessageContent")]
    [InlineData(4014, "Discord:MessageContent")]
    public void A_close_code_that_no_retry_helps_names_the_setting(int code, string setting)
    {
        var verdict = CloseVerdict.Of(code);

        Assert.Equal(NextStep.GiveUp, verdict.Next);
        Assert.Contains(setting, verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1006)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4005)]
    [InlineData(4008)]
    public void Other_close_codes_are_resumed(int? code) => Assert.Equal(NextStep.Resume, CloseVerdict.Of(code).Next);

    [Theory]
    [InlineData(4003)]
    [InlineData(4007)]
    [InlineData(4009)]
    public void Codes_that_end_the_session_start_another(int code) => Assert.Equal(NextStep.StartOver, CloseVerdict.Of(code).Next);

    [Fact]
    public void Waits_double_up_to_the_longest_and_differ_by_chance()
    {
        var backoff = new Backoff(new Random(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        for (var failures = 1; failures < 50; failures++)
        {
            var full = Math.Min(60, Math.Pow(2, failures - 1));
            Assert.InRange(backoff.After(failures).TotalSeconds, full / 2, full);
        }
    }
}
