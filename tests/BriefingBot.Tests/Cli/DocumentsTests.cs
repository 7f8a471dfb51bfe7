namespace BriefingBot.Tests.Cli;

public sealed class DocumentsTests
{
    [Fact]
    public async Task The_list_holds_every_document_and_its_sum()
    {
        using var shell = await Articles.AddedAsync(new Shell());

        var ran = await shell.RunAsync("documents");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("2031-03-03", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Union claims record turnout", ran.Out, StringComparison.Ordinal);
        Assert.Contains("2 documents, 2 passages", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_document_shows_where_its_facts_come_from_and_what_was_taken_out()
    {
        using var shell = await Articles.AddedAsync(new Shell());
        var listed = (await shell.RunAsync("documents", "--json")).Json.GetProperty("documents")[0];
        var id = listed.GetProperty("documentId").GetString()!;

        var shown = await shell.RunAsync("documents", id, "--removed");
        var json = (await shell.RunAsync("documents", id, "--removed", "--json")).Json;
        var plain = (await shell.RunAsync("documents", id, "--json")).Json;

        Assert.Contains("(from the text)", shown.Out, StringComparison.Ordinal);
        Assert.Contains("revision", shown.Out, StringComparison.Ordinal);
        Assert.Equal(listed.GetRawText().Length > 0, json.TryGetProperty("document", out _));
        Assert.Equal(System.Text.Json.JsonValueKind.Array, json.GetProperty("removed").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, plain.GetProperty("removed").ValueKind);
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_a_sentence()
    {
        using var shell = await Articles.AddedAsync(new Shell());

        var ran = await shell.RunAsync("documents", "nosuch", "--remove");

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains("no document nosuch", ran.Error, StringComparison.Ordinal);
    }
}
