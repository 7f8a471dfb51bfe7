namespace BriefingBot.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("library frobnicate", "library frobnicate")]
    [InlineData("library", "list, create, remove, alias, gaps, reclean")]
    [InlineData("ask", "QUESTION")]
    [InlineData("ask why --frobnicate", "--frobnicate")]
    [InlineData("ask why --as-of yesterday", "--as-of")]
    [InlineData("ask why --as-of 2031-02-30", "--as-of")]
    [InlineData("ask why --length long", "--length")]
    [InlineData("ask why --length", "--length")]
    [InlineData("ask why --library ../other", "--library")]
    [InlineData("search words --top 0", "--top")]
    [InlineData("search words --top many", "--top")]
    [InlineData("source", "ANSWER-ID")]
    [InlineData("source !", "ANSWER-ID")]
    [InlineData("source K7QX3M9TRB second", "N")]
    [InlineData("documents one two", "two")]
    [InlineData("documents --purge", "--purge")]
    [InlineData("documents --remove", "--remove")]
    [InlineData("library alias add A", "A = B")]
    [InlineData("add", "PATH-OR-URL")]
    [InlineData("ask why --config missing.json", "missing.json")]
    public async Task Wrong_usage_ends_with_2_and_a_sentence_that_names_the_option(string line, string named)
    {
        using var shell = new Shell();

        var ran = await shell.RunAsync(line.Split(' '));

        Assert.Equal((2, ""), (ran.Code, ran.Out));
        Assert.StartsWith("briefingbot: ", ran.Error, StringComparison.Ordinal);
        Assert.Contains(named, ran.Error, StringComparison.Ordinal);
        Assert.Equal(1, ran.Error.Count(letter => letter == '\n'));
    }

    [Fact]
    public async Task A_question_may_begin_with_an_at_sign_or_a_dash()
    {
        using var shell = await Articles.AddedAsync(new Shell());

        Assert.Contains((await shell.RunAsync("ask", "@dockers")).Code, (int[])[0, 4]);
        Assert.Contains((await shell.RunAsync("ask", "--how many dockers stayed away?")).Code, (int[])[0, 4]);
        Assert.Contains((await shell.RunAsync("ask", "--json", "true", "story?")).Code, (int[])[0, 4]);
    }

    [Fact]
    public async Task What_a_person_typed_is_shown_without_its_control_characters()
    {
        using var shell = new Shell();

        var ran = await shell.RunAsync("\e[31mred\u202e");

        Assert.Contains("\"[31mred\"", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', ran.Error);
    }

    [Fact]
    public async Task Waiting_for_somebody_to_type_can_be_interrupted()
    {
        using var stop = new CancellationTokenSource();
        using var typing = new SilentStream();
        using var shell = new Shell { Token = stop.Token, Typing = typing };

        var running = shell.RunAsync("add", "-");
        await typing.Asked;
        await stop.CancelAsync();

        Assert.Equal(130, (await running).Code);
        typing.End();
    }

    [Fact]
    public async Task An_interrupted_verb_ends_with_130()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        using var shell = new Shell { Token = stop.Token };

        var ran = await shell.RunAsync("add", shell.Write("walkout.txt", Articles.Walkout));

        Assert.Equal(130, ran.Code);
    }

    /// <summary>Blocks its reader as a terminal does where nobody types.</summary>
    private sealed class SilentStream : MemoryStream
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _ended = new();

        public Task Asked => _asked.Task;

        public void End() => _ended.Set();

        public override int Read(Span<byte> buffer)
        {
            _asked.TrySetResult();
            _ended.Wait();
            return 0;
        }
    }
}
