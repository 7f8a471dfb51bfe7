using System.Text.Json;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Tests.Discord;

public sealed class WireTests
{
    [Fact]
    public void An_id_is_read_from_text_and_number_and_written_as_text()
    {
        var channel = JsonSerializer.Deserialize("""{"id":"175928847299117063","parent_id":42}""", DiscordJson.Default.DiscordChannel)!;

        Assert.Equal(175928847299117063UL, channel.Id.Value);
        Assert.Equal(new Snowflake(42), channel.ParentId);
        Assert.Contains("\"175928847299117063\"", JsonSerializer.Serialize(channel, DiscordJson.Default.DiscordChannel), StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_tells_when_it_was_given()
    {
        var noon = new DateTimeOffset(2031, 3, 3, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(noon, Snowflake.At(noon).CreatedUtc);
        Assert.Equal("2016-04-30T11:18:25.7960000+00:00", new Snowflake(175928847299117063).CreatedUtc.ToString("O"));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("")]
    [InlineData("18446744073709551616")]
    [InlineData("12 ")]
    [InlineData("twelve")]
    public void What_is_no_id_is_not_taken_for_one(string text) => Assert.False(Snowflake.TryParse(text, out _));

    [Fact]
    public void Unknown_fields_and_unknown_kinds_are_ignored()
    {
        var message = JsonSerializer.Deserialize(
            """{"id":"1","channel_id":"2","type":77,"poll":{"x":[1]},"components":[{"type":17,"accent":3,"components":[]}],"content":"hello"}""",
            DiscordJson.Default.DiscordMessage)!;

        Assert.Equal("hello", message.Content);
        Assert.Equal((ComponentType)17, message.Components[0].Type);
    }

    [Fact]
    public void Members_that_are_missing_have_their_defaults()
    {
        var message = JsonSerializer.Deserialize("""{"id":"1","channel_id":"2"}""", DiscordJson.Default.DiscordMessage)!;

        Assert.Equal("", message.Content);
        Assert.Empty(message.Mentions);
        Assert.Empty(message.Attachments);
    }

    [Theory]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"id":{},"channel_id":"2"}""")]
    [InlineData("""{"id":"1","channel_id":"2","content":null}""")]
    [InlineData("""[]""")]
    public void A_malformed_message_is_a_fault_that_can_be_caught(string json)
        => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, DiscordJson.Default.DiscordMessage));

    [Fact]
    public void A_heartbeat_before_the_first_event_says_null()
        => Assert.Equal("""{"op":1,"d":null}""", JsonSerializer.Serialize(new HeartbeatFrame(GatewayOpcode.Heartbeat, null), DiscordJson.Default.HeartbeatFrame));
}
