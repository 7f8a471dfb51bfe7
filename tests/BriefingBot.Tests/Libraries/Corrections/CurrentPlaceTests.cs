using BriefingBot.Core.Libraries.Corrections;
using BriefingBot.Core.Text;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Libraries.Corrections;

public sealed class CurrentPlaceTests
{
    private const string Old = "The ferry left at nine. About forty people were on board. The crew saw a light in the fog. It was the pilot boat.";

    [Theory]
    [InlineData("An hour late, the ferry sailed. The ferry left at nine. About forty people were on board. The end.", "About forty people were on board.")]
    [InlineData("The ferry left at nine. About sixty people were on board the ferry. The crew saw a light in the fog.", "About sixty people were on board the ferry.")]
    [InlineData("The ferry left at nine. Nobody knows who sailed. The crew saw a light in the fog.", "Nobody knows who sailed.")]
    [InlineData("The ferry left at nine. The crew saw a light in the fog. It was the pilot boat.", null)]
    [InlineData("A wholly different text stands here now.", null)]
    public void What_stands_at_the_place_now_is_found(string current, string? expected)
    {
        const string quote = "About forty people were on board.";
        var at = Old.IndexOf(quote, StringComparison.Ordinal);

        Assert.Equal(expected, CurrentPlace.Find(Old, new TextRange(at, at + quote.Length), current)?.Of(current));
    }

    [Fact]
    public void Of_two_places_that_say_the_same_the_nearer_is_taken()
    {
        const string text = "Yes. The port is shut. No. The port is shut.";
        var last = text.LastIndexOf("The port", StringComparison.Ordinal);

        Assert.Equal(last, CurrentPlace.Find(text, new TextRange(last, text.Length), text)!.Value.Start);
    }

    [Fact]
    public void Any_two_texts_give_a_range_inside_the_newer()
    {
        var words = Gen.Elements("The port is shut. ", "Ferries sail. ", "Nobody came.\n\n", "“No,” she said. ", "\ud83d", "Ab", " ");
        var text = Gen.ListOf(words).Select(string.Concat);
        Prop.ForAll(text.ToArbitrary(), text.ToArbitrary(), (old, current) =>
        {
            var quote = new TextRange(old.Length / 3, old.Length / 2);
            return CurrentPlace.Find(old, quote, current) is not { } found || (found.Start >= 0 && found.Start < found.End && found.End <= current.Length);
        }).QuickCheckThrowOnFailure();
    }
}
