using System.Text.Json;

namespace BriefingBot.Tests.Cli;

public sealed class SourceTests
{
    [Fact]
    public async Task A_number_opens_its_quote_between_its_neighbours()
    {
        using var shell = await Articles.AddedAsync(new Shell());
        var id = await AskedAsync(shell);

        var ran = await shell.RunAsync("source", id.ToLowerInvariant(), "1");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.StartsWith("[1] “", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Mar 2031 (from the text) · fetched 5 Mar 2031 08:00 · revision 1", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_is_exactly_the_text_between_its_neighbours()
    {
        using var shell = await Articles.AddedAsync(new Shell());
        var id = await AskedAsync(shell);

        var ran = await shell.RunAsync("source", id, "--json");

        Assert.Equal("citations", Ran.Names(ran.Json));
        Assert.All(ran.Json.GetProperty("citations").EnumerateArray(), citation =>
            Assert.Equal(citation.GetProperty("end").GetInt32() - citation.GetProperty("start").GetInt32(), citation.GetProperty("quote").GetString()!.Length));
    }

    [Fact]
    public async Task A_number_the_answer_does_not_have_is_named()
    {
        using var shell = await Articles.AddedAsync(new Shell());
        var id = await AskedAsync(shell);

        var ran = await shell.RunAsync("source", id, "99");

        Assert.Equal(2, ran.Code);
        Assert.Contains("N is 99", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_was_never_given_is_a_sentence()
    {
        using var shell = await Articles.AddedAsync(new Shell());

        var ran = await shell.RunAsync("source", "K7QX3M9TRB");

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains("no answer K7QX3M9TRB", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_removed_document_leaves_the_search_and_past_answers_say_so(bool purge)
    {
        using var shell = await Articles.AddedAsync(new Shell());
        var id = await AskedAsync(shell);
        var document = (await shell.RunAsync("source", id, "1", "--json")).Json.GetProperty("citations")[0].GetProperty("documentId").GetString()!;

        var removed = await shell.RunAsync(["documents", document, "--remove", .. purge ? (string[])["--purge"] : []]);

        Assert.Equal((0, ""), (removed.Code, removed.Error));
        var found = (await shell.RunAsync("search", "dockers", "--json")).Json.GetProperty("passages").EnumerateArray();
        Assert.DoesNotContain(found, passage => passage.GetProperty("documentId").ValueEquals(document));
        var citation = (await shell.RunAsync("source", id, "1", "--json")).Json.GetProperty("citations")[0];
        Assert.Equal("removed", citation.GetProperty("status").GetString());
        Assert.Equal(purge, citation.GetProperty("quote").GetString()!.Length == 0);
        Assert.Contains("removed", (await shell.RunAsync("source", id, "1")).Out, StringComparison.Ordinal);
    }

    private static async Task<string> AskedAsync(Shell shell)
    {
        var asked = await shell.RunAsync("ask", "How many dockers stayed away at Port Varran?", "--json");
        Assert.Equal((0, ""), (asked.Code, asked.Error));
        Assert.NotEqual(JsonValueKind.Undefined, asked.Json.GetProperty("citations")[0].ValueKind);
        return asked.Json.GetProperty("answerId").GetString()!;
    }
}
