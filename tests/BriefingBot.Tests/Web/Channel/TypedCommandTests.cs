using BriefingBot.Core.Chat;
using BriefingBot.Web.Channel;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Web.Channel;

public sealed class TypedCommandTests
{
    private static readonly CommandDefinition[] Menu =
    [
        new("ask", "Asks") { Options = [new("question", "What") { Required = true }, new("as-of", "By when", CommandOptionType.Day)] },
        new("source", "Shows") { Options = [new("number", "Which", CommandOptionType.Number), new("answer", "Of what")] },
        new("library", "Nothing"),
        new("library search", "Searches") { Options = [new("query", "Words") { Required = true }] },
    ];

    [Theory]
    [InlineData("/ask Who keeps the lamp?", "ask", "question=Who keeps the lamp?")]
    [InlineData("/ask Who keeps the lamp? as-of: 2031-03-04", "ask", "as-of=2031-03-04 question=Who keeps the lamp?")]
    [InlineData("/ask Who said: nothing?", "ask", "question=Who said: nothing?")]
    [InlineData("/source 2", "source", "number=2")]
    [InlineData("/source answer: K7QX3M9TRB", "source", "answer=K7QX3M9TRB")]
    [InlineData("/library search outer beacon", "library search", "query=outer beacon")]
    [InlineData("/Library", "library", "")]
    public void A_line_is_its_longest_command_and_its_options(string text, string name, string options)
    {
        var command = TypedCommand.Parse(text, Menu);

        Assert.Equal(name, command?.Name);
        Assert.Equal(options, string.Join(' ', command!.Options.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData("Who keeps the lamp?")]
    [InlineData("/asking")]
    [InlineData("/")]
    [InlineData("")]
    public void What_is_no_command_is_none(string text) => Assert.Null(TypedCommand.Parse(text, Menu));

    [Fact]
    public void Any_text_is_read_without_a_fault() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        text => TypedCommand.Parse($"/ask {text}", Menu) is not null).QuickCheckThrowOnFailure();
}
