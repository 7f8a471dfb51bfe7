using System.Text.RegularExpressions;

namespace BriefingBot.Tests.Cli;

public sealed class AskTests
{
    private const string Question = "How many dockers stayed away at Port Varran?";

    [Fact]
    public async Task An_answer_quotes_numbers_its_sources_and_says_how_it_came_about()
    {
        using var shell = await Articles.AddedAsync(new Shell());

        var ran = await shell.RunAsync("ask", Question);

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var lines = ran.Out.Split('\n');
        Assert.Equal(Question, lines[0]);
        Assert.Contains(lines, line => line.StartsWith("  ", StringComparison.Ordinal) && line.Contains('“', StringComparison.Ordinal) && line.EndsWith("” [1]", StringComparison.Ordinal));
        Assert.Contains(lines, line => Regex.IsMatch(line, @"^\[1\] .+ · \d Mar 2031, (yesterday|2 days ago)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
        Assert.Matches(@"^[0-9A-Z]{10} · quoted, no model · newest source \d Mar 2031 · nothing withheld$", lines[^2]);
    }

    [Fact]
    public async Task An_answer_has_the_keys_of_the_contract_in_its_order()
    {
        using var shell = await Articles.AddedAsync(new Shell());

        var ran = await shell.RunAsync("ask", Question, "--json");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal("answerId library libraryRevision question rewrittenQuestion askedUtc status score writer promptHash asOf newestSource text sentences citations related withheld notes timings", Ran.Names(ran.Json));
        Assert.Equal(
            "n documentId revision passageId title publisher agency byline publishedOn publishedFrom url origin fetchedUtc page start end quote before after alsoCarriedBy status",
            Ran.Names(ran.Json.GetProperty("citations")[0]));
        Assert.Equal(
            "text kind citations",
            Ran.Names(ran.Json.GetProperty("sentences")[0]));
        Assert.Equal(
            "retrieveMs writeMs verifyMs totalMs",
            Ran.Names(ran.Json.GetProperty("timings")));
        Assert.Equal("2031-03-05T08:00:00Z", ran.Json.GetProperty("askedUtc").GetString());
        Assert.Equal("extractive", ran.Json.GetProperty("writer").GetString());
        Assert.Equal("quote", ran.Json.GetProperty("sentences")[0].GetProperty("kind").GetString());
        Assert.Equal("current", ran.Json.GetProperty("citations")[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_the_library_does_not_say_ends_with_4_and_is_noted_as_a_gap()
    {
        using var shell = await Articles.AddedAsync(new Shell());

        var ran = await shell.RunAsync("ask", "Who", "chairs", "Ostrava", "Shipping?");

        Assert.Equal((4, ""), (ran.Code, ran.Error));
        Assert.Contains("noted as a gap", ran.Out, StringComparison.Ordinal);
        var gaps = await shell.RunAsync("library", "gaps", "--json");
        Assert.Equal("Who chairs Ostrava Shipping?", gaps.Json.GetProperty("gaps")[0].GetProperty("question").GetString());
    }

    [Fact]
    public async Task As_of_reads_nothing_published_later()
    {
        using var shell = await Articles.AddedAsync(new Shell());

        var ran = await shell.RunAsync("ask", Question, "--as-of", "2031-03-03", "--json");

        Assert.Equal("2031-03-03", ran.Json.GetProperty("asOf").GetString());
        var shown = ran.Json.GetProperty("citations").EnumerateArray().Concat(ran.Json.GetProperty("related").EnumerateArray()).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, citation => Assert.Equal("2031-03-03", citation.GetProperty("publishedOn").GetString()));
    }

    [Fact]
    public async Task A_library_that_is_not_there_is_a_sentence()
    {
        using var shell = new Shell();

        var ran = await shell.RunAsync("ask", Question, "--library", "desk", "--json");

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains("There is no library \"desk\"", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"'\u0000) OR (1=1 -- *")]
    [InlineData("😀😀😀")]
    [InlineData("the of and to")]
    [InlineData("NEAR(dockers, port) AND NOT title:x ^y")]
    public async Task No_question_breaks_the_search(string question)
    {
        using var shell = await Articles.AddedAsync(new Shell());

        Assert.Contains((await shell.RunAsync("ask", question)).Code, (int[])[0, 4]);
        Assert.Equal(0, (await shell.RunAsync("search", question)).Code);
    }

    [Fact]
    public async Task In_a_terminal_the_question_is_bold_and_lines_keep_to_its_width()
    {
        using var shell = await Articles.AddedAsync(new Shell { InTerminal = true, Width = 60 });

        var ran = await shell.RunAsync("ask", Question);

        Assert.StartsWith("\e[1m", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passages_are_listed_by_rank()
    {
        using var shell = await Articles.AddedAsync(new Shell());

        var ran = await shell.RunAsync("search", "mediator", "letter", "--top", "1", "--json");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var passage = Assert.Single(ran.Json.GetProperty("passages").EnumerateArray());
        Assert.Equal(
            "rank passageId documentId title publisher publishedOn score text",
            Ran.Names(passage));
        Assert.Equal("Union claims record turnout", passage.GetProperty("title").GetString());
    }
}
