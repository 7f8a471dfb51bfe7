using BriefingBot.Core.Ingestion.Cleaning.PlainText;
using BriefingBot.Core.Libraries;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Ingestion;

public sealed class TextCleanerTests
{
    private static readonly string[] Story =
    [
        "The harbour board of Port Varran met on Monday to hear the pilots.",
        "Nobody had asked them before, the eldest of the pilots said afterwards.",
        "The board will meet again in April, when the new boat is expected.",
        "Until then the old one has to do, leaking plank and all.",
    ];

    private static readonly Gen<string> Lines = Gen.Elements(
        [.. Story, "Cranes idle again", "Cranes idle again", "Leave a Reply", "Opinion", "Related Stories", "Updated 05 Dec, 2034", "WHERE does one moor from here? The council has barred...", "VRD 3.878126", "-0.52%", "• PVH", "13.47",
        "Also read: the oysters of the delta", "Read more", "Photo: Tomas Vell", "Published in Varran Courier, March 3rd, 2031", "By Ana Moreno", "March 3, 2031", "Share", "Home", "News", "© 2031 Harbour News. All rights reserved.", "(I.Orlo--DLZ)", "", "", "\t", "🚢🚢", "。", "-", ":", "(", "•", "* | - | Print", "a · b · Share · Print"]);

    [Theory]
    [InlineData("teaser", "Also read: ‘Board paid for rusted bolts’: union")]
    [InlineData("teaser", "ALSO READ | Ferry drifts for an hour")]
    [InlineData("teaser", "Read more: Union rejects offer from board")]
    [InlineData("teaser", "[See also: Ferry drifts for an hour off Lissa]")]
    [InlineData("teaser", "Lire aussi : Les huîtres sont de retour")]
    [InlineData("teaser", "Читайте также: Устрицы вернулись в дельту")]
    [InlineData("photo credit", "Photo: Department of Quays")]
    [InlineData("photo credit", "Dockers at the north quay on Monday / Photo: Tomas VELL - Lissa Wire")]
    [InlineData("photo credit", "Pilots on the outer mole in Port Varran. (AP Photo/Tomas Vell)")]
    [InlineData("photo credit", "The pilot house at dusk. — Reuters/File")]
    [InlineData("photo credit", "A crane in fog | Getty Images")]
    [InlineData("sharing", "Share this article")]
    [InlineData("sharing", "Facebook Twitter WhatsApp Email")]
    [InlineData("advertisement", "ADVERTISEMENT")]
    [InlineData("advertisement", "Story continues below advertisement")]
    [InlineData("subscription", "Sign up for our weekly letter about the delta.")]
    [InlineData("cookie notice", "We use cookies to improve this site. Read our cookie policy.")]
    [InlineData("page tool", "Text size:")]
    [InlineData("page tool", "4 min read")]
    [InlineData("page tool", "Follow Lissa Wire | Share | Print | Text size A A A")]
    [InlineData("page tool", "Print · Email · Save · Listen")]
    [InlineData("comment form", "Your email address will not be published. Required fields are marked *")]
    [InlineData("syndication note", "(This story has not been edited by our staff and comes from a feed.)")]
    public void Furniture_between_paragraphs_goes_by_its_rule(string rule, string line)
    {
        var clean = Clean([Story[0], Story[1], line, Story[2], Story[3]]);

        Assert.Equal(string.Join("\n\n", Story), clean.Text);
        Assert.Equal(new RemovedPart(rule, line), Assert.Single(clean.Removed));
    }

    [Theory]
    [InlineData("Contact for editors: desk@lissawire.example, +99 40 1112")]
    [InlineData("Contact for editors")]
    public void A_block_for_editors_below_the_article_goes(string heading)
    {
        var clean = Clean([.. Story, heading, "Newsdesk +99 40 1112", "desk@lissawire.example"]);

        Assert.Equal(string.Join("\n\n", Story), clean.Text);
    }

    [Fact]
    public void A_publication_line_under_the_headline_is_metadata_and_the_article_follows_it()
    {
        var clean = Clean(["Cranes idle again in Port Varran", "Published in Varran Courier, March 3rd, 2031", .. Story]);

        Assert.Equal(string.Join("\n\n", Story), clean.Text);
        Assert.Equal(("Cranes idle again in Port Varran", "Varran Courier", new DateOnly(2031, 3, 3)), (clean.Metadata.Title, clean.Metadata.Publisher, clean.Metadata.PublishedOn!.Value));
    }

    [Theory]
    [InlineData("Related: the ferry, which has a pier of its own, was not on the agenda.")]
    [InlineData("Read more carefully, the log books show the night shifts as well.")]
    [InlineData("Next post was a lonely one: the pilot house on the outer mole.")]
    [InlineData("Share prices of the harbour company did not move.")]
    [InlineData("Comments by the minister were not to be had.")]
    [InlineData("Getty Images, a picture agency, said it would appeal.")]
    [InlineData("By Monday the council had changed its mind.")]
    [InlineData("Published in Arabic, the poems of the delta sold badly at first.")]
    [InlineData("Subscribe to that view and the mole has to go.")]
    [InlineData("- The ministry waits -")]
    [InlineData("“No,” he said.")]
    [InlineData("Why now?")]
    [InlineData("Opinion")]
    [InlineData("• The north quay lost a quarter of its hours")]
    [InlineData("1. Replace the rusted bolts")]
    [InlineData("Source: Port Authority log books, table 4 of the annex, own calculations")]
    [InlineData("Quay      Movements   Hours idle")]
    [InlineData("___")]
    public void What_may_be_the_article_s_own_stays(string line)
    {
        var clean = Clean([Story[0], Story[1], line, Story[2], Story[3]]);

        Assert.Equal(string.Join("\n\n", [Story[0], Story[1], line, Story[2], Story[3]]), clean.Text);
        Assert.Empty(clean.Removed);
    }

    [Fact]
    public void A_list_under_a_heading_goes_and_the_paragraph_after_it_stays()
    {
        var clean = Clean([Story[0], Story[1], Story[2], "Related stories", "Oyster beds closed after spill", "Council paints benches", Story[3]]);

        Assert.Equal(string.Join("\n\n", Story), clean.Text);
        Assert.All(clean.Removed, r => Assert.Equal("after the article", r.Rule));
    }

    [Fact]
    public void A_column_of_teasers_goes_without_a_heading_too()
    {
        var clean = Clean([.. Story, "The price of salt", "05 Dec, 2034", "The price of salt", "Demand for sea salt appears to be shrinking...", "Keys to the lock", "04 Dec, 2034", "IN the view of one lock keeper the canal holds..."]);

        Assert.Equal(string.Join("\n\n", Story), clean.Text);
    }

    [Fact]
    public void A_section_of_the_article_may_be_called_like_one_of_the_page()
    {
        string[] page = [Story[0], Story[1], "Photos", Story[2], Story[3]];

        Assert.Equal(string.Join("\n\n", page), Clean(page).Text);
    }

    [Fact]
    public void A_list_that_a_sentence_announces_stays()
    {
        string[] page = [.. Story, "The members of the new board are:", "Dana Keel of the northern quay", "Tom Orr of the southern quay", "Mira Holt for the dockers union", "Ivo Brandt for the harbour office"];

        Assert.Equal(string.Join("\n\n", page), Clean(page).Text);
    }

    [Fact]
    public void A_table_with_changes_inside_an_article_stays()
    {
        string[] page = [Story[0], Story[1], "DEU +0.2%", "FRA +0.7%", "ITA +0.5%", "ESP +2.4%", "VRD +1.2%", "LSM +0.1%", "OSK +3.0%", Story[2], Story[3]];

        Assert.Equal(string.Join("\n\n", page), Clean(page).Text);
    }

    [Fact]
    public void Index_boxes_above_an_article_go()
    {
        var clean = Clean(["Markets", "Delta 40 17,500.25 +120.50 (0.7%)", "Lissa All 4,021.10 -12.30 (-0.3%)", "Gold 1,880.40 +5.20 (0.28%)", .. Story]);

        Assert.Equal(string.Join("\n\n", Story), clean.Text);
    }

    [Fact]
    public void A_text_of_one_line_is_never_looked_at()
    {
        const string text = "Leave a Reply";

        Assert.Equal(text, TextCleaner.Clean(text, given: null).Text);
    }

    [Fact]
    public void A_title_known_from_outside_goes_where_it_is_repeated_and_no_other_headline_does()
    {
        var clean = TextCleaner.Clean(string.Join("\n\n", ["The pilots' boat", "A boat with a leak", .. Story]), new DocumentMetadata { Title = "A boat with a leak" });

        Assert.Equal("The pilots' boat\n\n" + string.Join("\n\n", Story), clean.Text);
    }

    [Fact]
    public void Every_word_of_a_page_is_left_or_listed_as_removed() =>
        Prop.ForAll(Pages(), page =>
        {
            var clean = TextCleaner.Clean(page, given: null);
            return Words(page).SequenceEqual(Words(clean.Text + "\n" + string.Join('\n', clean.Removed.Select(r => r.Text))), StringComparer.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_million_lines_are_data_and_stay()
    {
        var text = string.Concat(Enumerable.Repeat("VRD 3.878126\n", 1_000_000));

        Assert.Empty(TextCleaner.Clean(text, given: null).Removed);
    }

    [Theory]
    [InlineData("Leave a Reply\n")]
    [InlineData("Related stories\n")]
    [InlineData("- \n")]
    [InlineData("(((((\n\n")]
    [InlineData("The board met the pilots on Monday in Varran.\nOpinion\n")]
    public async Task The_same_line_over_and_over_ends_in_time(string line)
    {
        var text = string.Concat(Enumerable.Repeat(line, 9_000)) + string.Join("\n\n", Story);

        var clean = await Task.Run(() => TextCleaner.Clean(text, given: null), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.NotEmpty(clean.Text);
    }

    private static Arbitrary<string> Pages() => Lines.ListOf().Select(lines => string.Join('\n', lines)).ToArbitrary();

    private static CleanText Clean(string[] blocks) => TextCleaner.Clean(string.Join("\n\n", blocks), given: null);

    private static IEnumerable<string> Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
}
