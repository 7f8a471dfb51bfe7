using BriefingBot.Core.Channels;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Cli;

public sealed class ChannelVerbTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task A_library_is_granted_bound_shown_and_revoked()
    {
        await _shell.RunAsync("library", "create", "port-desk");

        Assert.Equal(2, (await _shell.RunAsync("library", "grant", "port-desk")).Code);
        Assert.Equal(1, (await _shell.RunAsync("library", "grant", "nowhere", "--workspace", "7")).Code);
        Assert.Contains("Grant it first", (await _shell.RunAsync("library", "bind", "port-desk", "--workspace", "7", "--channel", "9")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await _shell.RunAsync("library", "grant", "port-desk", "--workspace", "7", "--editor-role", "70")).Code);
        Assert.Equal(0, (await _shell.RunAsync("library", "bind", "port-desk", "--workspace", "7", "--channel", "9")).Code);
        var status = (await _shell.RunAsync("status", "--json")).Json;
        Assert.Equal("9", status.GetProperty("bindings")[0].GetProperty("channel").GetString());
        Assert.Equal(0, (await _shell.RunAsync("library", "revoke", "port-desk", "--workspace", "7")).Code);
        Assert.Equal(0, (await _shell.RunAsync("status", "--json")).Json.GetProperty("bindings").GetArrayLength());
        Assert.Contains("was not granted", (await _shell.RunAsync("library", "revoke", "port-desk", "--workspace", "7")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_becomes_a_set_that_eval_answers_reads_and_is_forgotten_on_demand()
    {
        var id = await AskedAsync("Where did the ferry Grey Heron run aground?");
        Give(id, FeedbackVerdict.Up, null);
        var disliked = await AskedAsync("When did the ferry Grey Heron run aground?");
        Give(disliked, FeedbackVerdict.WrongCitation, 1);
        var set = _shell.PathOf("set");

        var written = await _shell.RunAsync("library", "export", "--feedback", set, "--json");
        var run = await _shell.RunAsync("eval", "answers", set, "--json");
        var forgotten = await _shell.RunAsync("forget", "--person", "ana", "--json");

        Assert.Equal(2, written.Json.GetProperty("questions").GetInt32());
        Assert.Equal(0, run.Code);
        Assert.Equal(1, run.Json.GetProperty("answerInBrief").GetDouble());
        Assert.Equal("{\"questions\":0,\"feedback\":2}", forgotten.Json.ToString().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
        Assert.Contains("No feedback yet", (await _shell.RunAsync("library", "export", "--feedback", set)).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("md", "[^1]: “")]
    [InlineData("html", "<li id=\"n1\"")]
    public async Task An_answer_is_exported_as_a_memo(string format, string expected)
    {
        var id = await AskedAsync("Where did the ferry Grey Heron run aground?");

        var memo = await _shell.RunAsync("export", id, "--format", format);

        Assert.Equal(0, memo.Code);
        Assert.Contains(expected, memo.Out, StringComparison.Ordinal);
        Assert.Equal(1, (await _shell.RunAsync("export", "0000000000")).Code);
        Assert.Equal(2, (await _shell.RunAsync("export", "short")).Code);
    }

    private async Task<string> AskedAsync(string question)
    {
        var path = _shell.Write("heron.txt", "Ferry aground\n\nThe ferry Grey Heron ran aground off Ostrey on Tuesday morning. Nobody was hurt, the harbour master said.");
        await _shell.RunAsync("add", path);
        return (await _shell.RunAsync("ask", question, "--json")).Json.GetProperty("answerId").GetString()!;
    }

    private void Give(string answerId, FeedbackVerdict verdict, int? number)
    {
        using var library = new LibraryCatalog(_shell.DataDirectory, _shell.Time).Open("default");
        library.Write(session => new FeedbackStore(session).Put(new Feedback(answerId, verdict, number, null, "test", "ana", _shell.Time.GetUtcNow())));
    }
}
