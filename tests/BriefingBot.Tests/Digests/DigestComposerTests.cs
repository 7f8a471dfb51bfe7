using System.Diagnostics;
using BriefingBot.Benchmarks.Articles;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;

namespace BriefingBot.Tests.Digests;

public sealed class DigestComposerTests : IDisposable
{
    private readonly DigestDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Every_sentence_is_cited_and_every_quote_stands_where_it_says()
    {
        desk.Add("a", DigestDesk.Strike, title: "Walkout empties Port Varran");
        desk.Add("b", "The dockers' union said 1,900 dockers stayed away from Port Varran on Monday. Its leader Oren Vass spoke of a record.", "Lissa Wire", "Union claims record");
        desk.Add("c", "Herring returned to the Delta in large numbers, biologists said. Boats landed 300 tonnes in a week.", "Delta Post", "Herring return");

        var digest = Preview();

        Assert.Equal(2, digest.Stories.Count);
        Assert.Equal(2, digest.Stories[0].Publishers);
        Assert.All(digest.Stories.SelectMany(s => s.Sentences), s => Assert.NotEmpty(s.Citations));
        Assert.Equal(Enumerable.Range(1, digest.Citations.Count), digest.Citations.Select(c => c.N));
        Assert.All(digest.Citations, c => Assert.Equal(c.Quote, desk.Library.Read(s => new DocumentStore(s).FindRevision(c.DocumentId, c.Revision)!.Text[c.Start..c.End])));
        Assert.Equal("a b c", string.Join(' ', digest.Stories.SelectMany(s => s.Documents).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void One_story_told_three_hundred_times_is_one_story_and_three_hundred_documents()
    {
        for (var i = 0; i < 300; i++) desk.Add($"d{i}", DigestDesk.Strike + $"\n\nPaper number {i}.", $"Paper {i}");

        var digest = Preview();

        var story = Assert.Single(digest.Stories);
        Assert.Equal(300, story.Documents.Count);
        Assert.Equal(1, story.Publishers);
        Assert.Equal(299, digest.Citations[0].AlsoCarriedBy.Count);
        Assert.Equal(0, digest.More);
    }

    [Fact]
    public void Copies_of_earlier_news_are_counted_and_tell_no_story()
    {
        desk.Add("first", DigestDesk.Strike, "Lissa Wire");
        Post();
        desk.Add("again", DigestDesk.Strike + "\n\nRead more in our magazine.", "Delta Post");

        var digest = Post();

        Assert.Empty(digest.Stories);
        Assert.Equal(new LeftOut("again", "a copy of first, which is earlier news"), Assert.Single(digest.LeftOut));
        Assert.Contains("1 new document since ", digest.Text, StringComparison.Ordinal);
        Assert.Contains(", a copy · no new story", digest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_that_goes_on_is_an_update_that_names_the_earlier_digest()
    {
        desk.Add("first", DigestDesk.Strike);
        var earlier = Post();
        desk.Add("second", "The walkout of dockers at Port Varran entered a second day and the port authority turned four more ferries back. A mediator named Runa Feld arrived at noon.", "Lissa Wire", day: "2031-03-07");

        var digest = Post();

        Assert.Equal(earlier.DigestId, Assert.Single(digest.Stories).UpdateOf);
        Assert.Contains("Update: ", digest.Text, StringComparison.Ordinal);
        Assert.Equal(["second"], digest.Stories[0].Documents);
    }

    [Fact]
    public void What_ranks_below_is_counted_and_named_with_the_reason()
    {
        for (var i = 0; i < 3; i++) desk.Add($"d{i}", DigestDesk.Unrelated[i], title: $"Number {i}");

        var digest = Preview(desk.Schedule(stories: 1));

        Assert.Single(digest.Stories);
        Assert.Equal(2, digest.More);
        Assert.All(digest.LeftOut, l => Assert.Contains("ranked higher", l.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_topic_leaves_out_what_is_not_about_it()
    {
        desk.Add("strike", DigestDesk.Strike);
        desk.Add("herring", "Herring returned to the Delta in large numbers, biologists said on Monday.");

        var digest = Preview(desk.Schedule(topic: "dockers walkout port"));

        Assert.Equal(["strike"], Assert.Single(digest.Stories).Documents);
        Assert.Equal("herring", Assert.Single(digest.LeftOut).DocumentId);
    }

    [Fact]
    public void A_preview_changes_nothing_and_a_post_is_the_same()
    {
        desk.Add("strike", DigestDesk.Strike);
        var first = Preview();
        var second = Preview();
        var posted = Post();

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Text, posted.Text);
        Assert.Empty(Preview().Stories);
    }

    [Fact]
    public void The_first_digest_looks_back_on_one_period_and_not_on_the_library()
    {
        desk.Add("old", DigestDesk.Unrelated[0]);
        desk.Now = desk.Now.AddDays(3);
        desk.Add("new", DigestDesk.Unrelated[1]);
        desk.Now = desk.Now.AddMinutes(5);

        Assert.Equal(["new"], Assert.Single(Preview(desk.Schedule()).Stories).Documents);
        Assert.Equal(2, Preview().Stories.Count);
        desk.Now = desk.Now.AddDays(5);
        Assert.Equal(["new"], Assert.Single(Preview().Stories).Documents);
    }

    [Fact]
    public void Many_new_documents_keep_nobody_waiting()
    {
        const int documents = 400;
        var planted = new PlantedCopies(5);
        for (var i = 0; i < documents; i++) desk.Add($"d{i}", i % 10 < 7 ? planted.Original(i) : planted.CopyOf(i - 7), $"Paper {i % 9}");
        StoryClusters.CatchUp(desk.Library, TestContext.Current.CancellationToken);

        // 5,000 take about a second; this is no measurement, and fails where the work is no longer proportional.
        var clock = Stopwatch.StartNew();
        var digest = Preview();

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{clock.Elapsed}");
        Assert.Equal(documents, digest.Stories.Sum(story => story.Documents.Count) + digest.LeftOut.Count);
        Assert.Contains($"{documents} new documents since ", digest.Text, StringComparison.Ordinal);
    }

    private Digest Preview(DigestSchedule? schedule = null) => desk.Preview(schedule);

    private Digest Post() => desk.Post();
}
