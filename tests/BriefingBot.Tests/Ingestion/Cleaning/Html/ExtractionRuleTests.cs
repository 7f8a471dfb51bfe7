using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Readers;

namespace BriefingBot.Tests.Ingestion.Cleaning.Html;

/// <summary>Each rule of the extractor on a page of its own.</summary>
public sealed class ExtractionRuleTests
{
    [Fact]
    public void A_heading_that_is_a_link_stays_with_its_section()
    {
        var read = Read($"<article><p>{Sentence(1)}</p><h3><a href=/salt>The salt works</a></h3><p>{Sentence(2)}</p></article>");

        Assert.Equal($"{Sentence(1)}\n\nThe salt works\n\n{Sentence(2)}", read.Text);
    }

    [Fact]
    public void A_heading_with_nothing_below_it_goes()
    {
        var read = Read($"<article><p>{Sentence(1)}</p><p>{Sentence(2)}</p><h3>About the desk</h3></article>");

        Assert.Equal($"{Sentence(1)}\n\n{Sentence(2)}", read.Text);
        Assert.Contains(read.Removed, part => part is { Rule: "heading", Text: "About the desk" });
    }

    [Fact]
    public void A_headline_in_other_words_than_its_metadata_is_the_title_all_the_same()
    {
        var read = Read($"<title>Cranes idle again in Port Varran</title><article><h1>Cranes idle again in the port of Varran</h1><p>{Sentence(1)}</p><p>{Sentence(2)}</p></article>");

        Assert.StartsWith(Sentence(1), read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_with_header_cells_is_read_row_by_row_however_long_its_cells()
    {
        var story = string.Join(' ', Enumerable.Repeat("The ship waited outside for the tide and then came in,", 8));
        var read = Read($"<article><p>{Sentence(1)}</p><table><tr><th>Ship</th><th>What happened</th></tr><tr><th><a href=/a>Asta Lume</a></th><td>{story}</td></tr><tr><th><a href=/b>Berit</a></th><td>Nothing.</td></tr></table></article>");

        Assert.Contains($"Ship | What happened\nAsta Lume | {story}\nBerit | Nothing.", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_lays_out_the_page_is_read_as_paragraphs()
    {
        var read = Read($"<table><tr><td><a href=/>Home</a></td><td><p>{Sentence(1)}</p><p>{Sentence(2)}</p></td></tr><tr><td></td><td>Port office</td></tr></table>");

        Assert.StartsWith($"{Sentence(1)}\n\n{Sentence(2)}", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_made_of_a_heading_is_where_links_lead_and_no_role()
    {
        var read = Read($"<article><p>{Sentence(1)}</p><section id=comments-of-the-harbour-board><h2>Comments of the harbour board</h2><p>{Sentence(2)}</p></section><div id=comments><p>{Sentence(3)}</p></div></article>");

        Assert.Contains(Sentence(2), read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Sentence(3), read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbered_containers_are_one_body()
    {
        var read = Read($"<main><h1>Harbour notes of the week</h1><div class='story-body story-body-1'><p>{Sentence(1)}</p><p>{Sentence(2)}</p></div><div class=x>Buy a boat</div><div class='story-body story-body-2'><p>{Sentence(3)}</p><p>{Sentence(4)}</p><p>{Sentence(5)}</p></div></main>");

        Assert.Equal(string.Join("\n\n", Enumerable.Range(1, 5).Select(Sentence)), read.Text);
    }

    [Fact]
    public void A_gallery_that_counts_its_slides_goes()
    {
        var slides = string.Concat(Enumerable.Range(1, 4).Select(n => $"<li><h2><span>{n}/4</span> Slide</h2><p>Another picture, and what it shows, told in a line of text under it.</p></li>"));
        var read = Read($"<article><p>{Sentence(1)}</p><p>{Sentence(2)}</p><p>{Sentence(3)}</p><ul>{slides}</ul></article>");

        Assert.DoesNotContain("picture", read.Text, StringComparison.Ordinal);
        Assert.Contains(read.Removed, part => part.Rule == "gallery");
    }

    [Fact]
    public void A_stream_of_other_articles_below_the_text_goes()
    {
        var read = Read($"<div><p>{Sentence(1)}</p><p>{Sentence(2)}</p><p>{Sentence(3)}</p><ul>{Teasers(6)}</ul></div>");

        Assert.DoesNotContain("Other news", read.Text, StringComparison.Ordinal);
        Assert.Contains(read.Removed, part => part.Rule == "related" && part.Text.Contains("Other news of the day 6", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_an_author_wrote_with_linked_headings_stays()
    {
        var sections = string.Concat(Enumerable.Range(1, 6).Select(n => $"<h3><a href=/{n}>Walk number {n} along the coast</a></h3><p>{Sentence(n)}</p>"));
        var read = Read($"<article><p>{Sentence(7)}</p><p>{Sentence(8)}</p><p>{Sentence(9)}</p>{sections}</article>");

        Assert.Contains("Walk number 6 along the coast\n\n" + Sentence(6), read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_nothing_but_such_a_stream_is_not_emptied() =>
        Assert.Contains("Other news of the day 6", Read($"<div><ul>{Teasers(6)}</ul></div>").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("posted on March 5, 2031, at 11:29 a.m.")]
    [InlineData("Mar. 5, 2031, 10:00 PM UTC / Updated Mar. 6, 2031, 12:43 PM UTC")]
    public void A_line_that_says_only_when_goes(string line)
    {
        var read = Read($"<article><p>{Sentence(1)}</p><p>{line}</p><p>{Sentence(2)}</p></article>");

        Assert.Equal($"{Sentence(1)}\n\n{Sentence(2)}", read.Text);
    }

    [Fact]
    public void The_entries_of_a_live_blog_keep_their_times_and_their_order()
    {
        string[] times = ["14:05", "11.42 GMT", "09:30"];
        var entries = string.Concat(times.Select((time, n) => $"<div class=entry><div class=timestamp>{time}</div><p>{Sentence(n + 1)}</p></div>"));
        var read = Read($"<article><h1>The strike as it happens</h1>{entries}</article>");

        Assert.Equal($"14:05\n\n{Sentence(1)}\n\n11.42 GMT\n\n{Sentence(2)}\n\n09:30\n\n{Sentence(3)}", read.Text);
    }

    [Fact]
    public void A_caption_is_kept_apart_from_the_text()
    {
        var read = Read($"<article><p>{Sentence(1)}</p><figure><img src=a.jpg><figcaption>The east pier on Monday. Photo: P. Sand</figcaption></figure><p>{Sentence(2)}</p></article>");

        Assert.Equal($"{Sentence(1)}\n\n{Sentence(2)}", read.Text);
        Assert.Contains(read.Removed, part => part is { Rule: "caption", Text: "The east pier on Monday. Photo: P. Sand" });
    }

    [Fact]
    public void Of_two_names_in_structured_data_the_one_on_the_page_is_the_title()
    {
        var read = Read($"<title>Lissa - Coast Encyclopedia</title><script type='application/ld+json'>{{\"@type\":\"Article\",\"name\":\"Lissa\",\"headline\":\"island in the northern sound\"}}</script><h1>Lissa</h1><article><p>{Sentence(1)}</p></article>");

        Assert.Equal("Lissa", read.Metadata.Title);
    }

    [Fact]
    public void An_author_in_a_small_box_beside_the_text_is_the_byline()
    {
        var read = Read($"<article><h1>Notes from the quay</h1><aside><p><span itemprop=author>Ana Moreno</span> <time datetime=2031-03-05>5 March</time></p></aside><p>{Sentence(1)}</p><p>{Sentence(2)}</p></article>");

        Assert.Equal("Ana Moreno", read.Metadata.Byline);
    }

    private static string Teasers(int count) =>
        string.Concat(Enumerable.Range(1, count).Select(n => $"<li><h3><a href=/news/{n}>Other news of the day {n}</a></h3><p>The first lines of another article stand here, cut off in the middle of a</p></li>"));

    private static string Sentence(int number) => $"On day {number} the harbour master wrote that the water stood two fathoms higher than the tables say, and that nobody had told the pilots about it.";

    private static ReadText Read(string page) => new HtmlReader().Read(new SourceBytes("page.html", Encoding.UTF8.GetBytes($"<!doctype html><html><body>{page}</body></html>"), default));
}
