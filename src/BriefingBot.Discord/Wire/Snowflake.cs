using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Discord.Wire;

/// <summary>
/// Discord's id of anything: 64 bits whose upper 42 are milliseconds since the first of January 2015 (Discord's
/// reference, "Snowflakes"). Travels as text, because some readers of JSON lose whole numbers above 2^53.
/// </summary>
[JsonConverter(typeof(SnowflakeConverter))]
internal readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>
{
    private const long EpochMilliseconds = 1_420_070_400_000;

    /// <summary>When the id was given.</summary>
    public DateTimeOffset CreatedUtc => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + EpochMilliseconds);

    /// <summary>The smallest id that could have been given at an instant, for asking "what came after".</summary>
    public static Snowflake At(DateTimeOffset instant)
        => new((ulong)Math.Max(0, instant.ToUnixTimeMilliseconds() - EpochMilliseconds) << 22);

    public static bool TryParse(string? text, out Snowflake id)
    {
        var good = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        id = new Snowflake(value);
        return good;
    }

    /// <exception cref="FormatException">The text is no id.</exception>
    public static Snowflake Parse(string text)
        => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no Discord id: a whole number of at most 20 digits.");

    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    public static bool operator <(Snowflake left, Snowflake right) => left.Value < right.Value;

    public static bool operator >(Snowflake left, Snowflake right) => left.Value > right.Value;

    public static bool operator <=(Snowflake left, Snowflake right) => left.Value <= right.Value;

    public static bool operator >=(Snowflake left, Snowflake right) => left.Value >= right.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

internal sealed class SnowflakeConverter : JsonConverter<Snowflake>
{
    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String when Snowflake.TryParse(reader.GetString(), out var id) => id,
        JsonTokenType.Number when reader.TryGetUInt64(out var value) => new Snowflake(value),
        _ => throw new JsonException("An id must be a whole number, as text or as number."),
    };

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override Snowflake ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Snowflake.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("An id must be a whole number.");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString());
}
