using BriefingBot.Core.Briefing;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Briefing;

public sealed class BriefComposerTests : IDisposable
{
    private readonly InventedLibrary _library = InventedLibrary.WithStrike();

    [Fact]
    public void A_quote_that_no_longer_stands_in_the_stored_text_is_withheld_and_the_rest_is_numbered_densely()
    {
        var brief = Compose((id, text) => id is "courier" ? text.Replace("1,400", "1,700", StringComparison.Ordinal) : text);

        Assert.Contains(brief.Withheld, w => w.Text.Contains("1,400", StringComparison.Ordinal) && w.Reason.Contains("courier", StringComparison.Ordinal));
        Assert.DoesNotContain("1,400", brief.Text, StringComparison.Ordinal);
        Assert.NotEmpty(brief.Citations);
        Assert.Equal(Enumerable.Range(1, brief.Citations.Count), brief.Citations.Select(c => c.N));
        Assert.DoesNotContain(brief.Sentences, s => s.Kind == SentenceKind.Disagreement);
    }

    [Fact]
    public void Where_every_quote_is_withheld_the_library_does_not_say()
    {
        var brief = Compose((_, _) => "Something else.");

        Assert.Equal(AnswerStatus.Insufficient, brief.Status);
        Assert.Equal("refused", brief.Text);
        Assert.Empty(brief.Citations);
        Assert.NotEmpty(brief.Withheld);
    }

    public void Dispose() => _library.Dispose();

    private ComposedBrief Compose(Func<string, string, string> stored)
    {
        var retrieved = _library.Retrieve("How many dockers stayed away from Port Varran on Monday?");
        var draft = new ExtractiveWriter(new BriefingOptions()).Write(retrieved, BriefLength.Default);
        Assert.NotNull(draft.Differ);
        return _library.File.Read(session =>
        {
            var store = new DocumentStore(session);
            var verifier = new QuoteVerifier((id, number) => stored(id, store.FindRevision(id, number)!.Text));
            return new BriefComposer(new CitationBuilder(store), verifier).Compose(draft, "refused");
        });
    }
}
