using BriefingBot.Core.Libraries;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Briefing;

public sealed class AnyQuestionTests : IDisposable
{
    private static readonly string[] Pieces =
    [
        "dockers", "Port Varran", "\"", "'", "NEAR(", "AND", "OR NOT", "*", "title:", "^", "-", "🚢", "👩‍👩‍👧", "\u0000", "\uD800", "‮", "last month", "in February 2031",
        "31 February 2031", "what is known about", "IS", "How many", "港口", "\n", "[1]", "1,400", "since the walkout", "e\u0301", ";", "--", "%", "9999", "0001",
    ];

    private readonly InventedLibrary _library = InventedLibrary.WithStrike();

    [Fact]
    public void Any_text_gets_an_answer_whose_quotes_are_verbatim_and_whose_numbers_are_dense()
    {
        var pieces = Gen.Elements(Pieces).ArrayOf().Select(p => string.Join(' ', p));
        var texts = Gen.OneOf(pieces, ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""));
        Prop.ForAll(texts.ToArbitrary(), question =>
        {
            Holds(_library.Ask(question));
            Holds(_library.Ask(question, Core.Briefing.BriefLength.Brief));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Theory]
    [InlineData("dockers ")]
    [InlineData("\"(")]
    [InlineData("strike🚢")]
    [InlineData("港")]
    [InlineData("IS-K OR ")]
    public void Five_thousand_characters_of_anything_are_safe(string piece) =>
        Holds(_library.Ask(string.Concat(Enumerable.Repeat(piece, 5000 / piece.Length))));

    public void Dispose() => _library.Dispose();

    private void Holds(Answer answer)
    {
        Assert.Equal(Enumerable.Range(1, answer.Citations.Count), answer.Sentences.SelectMany(s => s.Citations).Distinct());
        Assert.True(answer.Status != AnswerStatus.Insufficient || answer.Citations.Count == 0);
        foreach (var citation in answer.Citations.Concat(answer.Related))
        {
            var text = _library.File.Read(s => new DocumentStore(s).FindRevision(citation.DocumentId, citation.Revision)!.Text);
            Assert.Equal(citation.Quote, text[citation.Start..citation.End]);
        }

        foreach (var citation in answer.Citations)
            Assert.Contains(citation.Quote, answer.Text, StringComparison.Ordinal);
    }
}
