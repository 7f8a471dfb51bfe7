using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Digests;

public sealed class CorrectedSinceTests : IDisposable
{
    private const string Notice = "Correction: the port authority counted 1,900 dockers, not 1,400.";
    private readonly DigestDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void A_correction_since_the_last_digest_is_told_in_its_own_words_with_its_number_and_once()
    {
        desk.Add("strike", DigestDesk.Strike);
        Assert.Empty(Post().Corrected);
        desk.Bench.Ingest("strike.txt", DigestDesk.Strike.Replace("1,400", "1,900", StringComparison.Ordinal) + "\n\n" + Notice);

        var digest = Post();

        var sentence = Assert.Single(digest.Corrected);
        var citation = digest.Citations.Single(c => c.N == Assert.Single(sentence.Citations));
        Assert.Equal((Notice, 2), (citation.Quote, citation.Revision));
        Assert.Equal(Enumerable.Range(1, digest.Citations.Count), digest.Citations.Select(c => c.N));
        Assert.Contains($"Corrected or withdrawn since the digest before\n{sentence.Text}", digest.Text, StringComparison.Ordinal);
        Assert.Equal(Notice, desk.Library.Read(s => new AnswerStore(s).Find(digest.DigestId))!.Citations.Single(c => c.N == citation.N).Quote);
        Assert.Empty(Post().Corrected);
    }

    private Digest Post()
    {
        desk.Now += TimeSpan.FromHours(1);
        return desk.Maker.Post(desk.Library, null, null, TestContext.Current.CancellationToken);
    }
}
