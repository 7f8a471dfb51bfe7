using BriefingBot.Core.Index;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Web;

namespace BriefingBot.Tests.Web;

public sealed class HostileDocumentTests
{
    private const string Page = """
        <!DOCTYPE html><html><head><title>Beacon &lt;script&gt;alert(1)&lt;/script&gt; tested</title>
        <link rel="canonical" href="javascript:alert(2)"><meta property="og:url" content="javascript:alert(3)">
        <meta property="og:site_name" content="&lt;img src=x onerror=alert(4)&gt;"></head><body><article><h1>Beacon tested</h1>
        <p>The beacon keeper Orla Fenwick typed &lt;script&gt;alert(5)&lt;/script&gt; into the fog log on Tuesday and nothing at all happened to the lamp.</p>
        <p>The lamp of the outer beacon was lit again by Orla Fenwick before the evening tide, said the harbour office in a short note to all pilots.</p>
        </article></body></html>
        """;

    [Fact]
    public async Task Markup_in_a_document_reaches_the_page_as_text_that_no_parser_takes_for_markup()
    {
        await using var page = await ServedPage.StartAsync();
        Assert.Equal(ReceiptOutcome.Added, page.Add("beacon.html", Page).Outcome);

        var answer = await page.AskAsync("What did Orla Fenwick type into the fog log?");
        var raw = await page.Client.GetStringAsync("/api/channels/default/exchanges", TestContext.Current.CancellationToken);

        Assert.DoesNotContain('<', raw);
        Assert.DoesNotContain('>', raw);
        var citation = answer.GetProperty("citations").EnumerateArray().First(c => c.GetProperty("origin").ValueEquals("beacon.html"));
        Assert.Contains("<script>alert(5)</script>", citation.GetProperty("quote").GetString(), StringComparison.Ordinal);
        Assert.Null(citation.GetProperty("url").GetString());
    }

    [Fact]
    public async Task Overrides_and_piled_marks_come_through_whole_with_their_range_intact()
    {
        var pile = "e" + new string('\u0301', 10_000);
        var text = $"The tide clerk Bram Okker wrote \u202Egnorw\u202C and {pile} in the margin of the tide table.\n\nThe tide table of Bram Okker hangs in the pilots' hall.\n";
        await using var page = await ServedPage.StartAsync();
        Assert.Equal(ReceiptOutcome.Added, page.Add("tide.txt", text).Outcome);

        var answer = await page.AskAsync("What did Bram Okker write in the margin of the tide table?");

        foreach (var citation in answer.GetProperty("citations").EnumerateArray())
        {
            var source = await page.GetAsync($"/api/answers/{answer.GetProperty("answerId")}/citations/{citation.GetProperty("n")}");
            var whole = source.GetProperty("text").GetString()!;
            Assert.Equal(citation.GetProperty("quote").GetString(), whole[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()]);
        }
    }

    [Fact]
    public async Task Of_a_very_long_text_the_part_around_the_quote_is_sent()
    {
        var filler = string.Concat(Enumerable.Range(0, 4_000).Select(i => $"Entry {i} of the rope ledger lists hemp and tar for the winter.\n\n"));
        await using var page = await ServedPage.StartAsync();
        page.Add("ledger.txt", $"{filler}The rope walk burned down on the night of the regatta, wrote Casper Dunmore.\n\n{filler}");

        var answer = await page.AskAsync("What burned down on the night of the regatta, according to Casper Dunmore?");
        var citation = answer.GetProperty("citations").EnumerateArray().First(c => c.GetProperty("quote").GetString()!.Contains("burned down", StringComparison.Ordinal));
        var source = await page.GetAsync($"/api/answers/{answer.GetProperty("answerId")}/citations/{citation.GetProperty("n")}");

        var text = source.GetProperty("text").GetString()!;
        var from = source.GetProperty("textStart").GetInt32();
        Assert.InRange(text.Length, 1, AnswerEndpoints.LongestWholeText);
        Assert.True(source.GetProperty("characters").GetInt32() > AnswerEndpoints.LongestWholeText);
        Assert.Equal(citation.GetProperty("quote").GetString(), text[(citation.GetProperty("start").GetInt32() - from)..(citation.GetProperty("end").GetInt32() - from)]);
        Assert.StartsWith("Entry ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_removed_document_only_the_quote_is_left()
    {
        await using var page = await ServedPage.StartAsync();
        var id = page.Add("beacon.html", Page).DocumentId!;
        var answer = await page.AskAsync("When was the lamp of the outer beacon lit again by Orla Fenwick?");
        var citation = answer.GetProperty("citations").EnumerateArray().First(c => c.GetProperty("documentId").ValueEquals(id));
        page.Write(session =>
        {
            new LexicalIndex(session).Remove(id);
            new DocumentStore(session).Remove(id);
        });

        var source = await page.GetAsync($"/api/answers/{answer.GetProperty("answerId")}/citations/{citation.GetProperty("n")}");

        Assert.Null(source.GetProperty("text").GetString());
        Assert.Equal("removed", source.GetProperty("citation").GetProperty("status").GetString());
        Assert.Equal(citation.GetProperty("quote").GetString(), source.GetProperty("citation").GetProperty("quote").GetString());
    }
}
