using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;

namespace BriefingBot.Tests.Commands;

public sealed class LibraryCommandTests
{
    [Fact]
    public async Task An_editor_makes_a_library_binds_it_and_a_contributor_fills_it()
    {
        await using var desk = await Desk.OpenAsync();
        var editor = desk.As("eve").Managing();
        desk.Services.GetService<RoleStore>().Map(new WorkspaceKey("test", "guild"), "777", DeskRole.Contributor);
        var contributor = desk.As("con") with { Roles = new HashSet<string>(StringComparer.Ordinal) { "777" } };

        Assert.Contains("Make a library and bind it", (await editor.Ask("Anything?")).Text(), StringComparison.Ordinal);
        await editor.Send("library create", ("name", "port-desk")).Reply;
        Assert.Equal(["port-desk"], (await editor.Type("library bind", "name", "").Choices).Select(choice => choice.Value), StringComparer.Ordinal);
        Assert.Contains("now opens the library port-desk: 0 documents", (await editor.Send("library bind", ("name", "port-desk")).Reply).Text(), StringComparison.Ordinal);
        var receipt = await contributor.Attach(("ferries.txt", "Ferries resume\n\nThe ferries of Port Varran sail again from Friday, the port authority said.")).Reply;
        var reply = await desk.As("ana").Ask("When do the ferries of Port Varran sail again?");

        Assert.StartsWith("Added ", receipt.Text(), StringComparison.Ordinal);
        Assert.Contains("Friday", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("1 document", (await desk.As("ana").Send("library list").Reply).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("library add", "contributor")]
    [InlineData("library remove", "editor")]
    [InlineData("library create", "editor")]
    [InlineData("library bind", "editor")]
    public async Task A_reader_may_not_change_the_library(string command, string needed)
    {
        await using var desk = await Desk.WithStrikeAsync();

        var reply = await desk.As("ana").Send(command, ("name", "mine"), ("document", "courier")).Reply;

        Assert.Contains($"Only a{(needed is "editor" ? "n editor" : " contributor")}", reply.Text(), StringComparison.Ordinal);
        Assert.Empty(await desk.As("ana").Type(command, "name", "").Choices);
        Assert.Contains("4 documents", (await desk.As("ana").Send("library list").Reply).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_sent_again_is_the_same_document_and_a_bad_one_fails_alone()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var editor = desk.As("eve").Managing();
        const string Text = "Tugs idle\n\nThe tugs of Port Varran lay idle all week, the harbour master said on Friday.";

        var first = await editor.Attach(("../../tugs.txt", Text), ("empty.txt", "")).Reply;
        var again = await editor.Attach(("tugs.txt", Text)).Reply;

        Assert.Contains("Added ", first.Text(), StringComparison.Ordinal);
        Assert.Contains("Not added: empty.txt", first.Text(), StringComparison.Ordinal);
        Assert.Contains("Unchanged:", again.Text(), StringComparison.Ordinal);
        Assert.Contains("5 documents", (await editor.Send("library list").Reply).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_larger_than_it_says_is_not_read_to_its_end()
    {
        await using var desk = await Desk.WithStrikeAsync(("Ingestion:MaxItemBytes", "1000"));

        var reply = await desk.As("eve").Managing().Attach(("big.txt", new string('a', 5000))).Reply;

        Assert.Contains("Not added: big.txt: it is larger than", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_document_is_found_no_more()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var editor = desk.As("eve").Managing();
        var suggested = Assert.Single(await editor.Type("library remove", "document", "museum").Choices);

        var removed = await editor.Send("library remove", ("document", suggested.Value)).Reply;

        Assert.Contains("Removed Museum reopens (museum)", removed.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Hanne Orlo", (await editor.Send("library search", ("query", "curator restored lamp")).Reply).Text(), StringComparison.Ordinal);
        Assert.Contains("no such document", (await editor.Send("library remove", ("document", suggested.Value)).Reply).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searching_shows_passages_and_answers_nothing()
    {
        await using var desk = await Desk.WithStrikeAsync();

        var found = await desk.As("ana").Send("library search", ("query", "herring shoals")).Reply;

        Assert.Contains("Herring return", found.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(found.Blocks, block => block is ClaimBlock);
    }
}

internal static class Asking
{
    public static T GetService<T>(this IServiceProvider services) where T : notnull => (T)(services.GetService(typeof(T)) ?? throw new InvalidOperationException(typeof(T).Name));
}
