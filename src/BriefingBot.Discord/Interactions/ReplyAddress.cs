using BriefingBot.Core.Chat;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Interactions;

/// <summary>
/// Where the reply to a request goes, as text that outlives a restart. With a token, an interaction's original reply is
/// edited; without, or when the token is too old, a message in the channel answers.
/// </summary>
/// <param name="Request">The interaction's or message's id.</param>
/// <param name="Place">Where it was asked.</param>
/// <param name="User">Who asked.</param>
internal sealed record ReplyAddress(Snowflake Request, ChatPlace Place, Snowflake User)
{
    /// <summary>Discord keeps a token fifteen minutes (Discord's "Interaction Callback"); we stop trusting it a little before.</summary>
    internal static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(10);
    private const string Mark = "discord1";

    public Snowflake Application { get; init; }

    /// <summary>Null for a request that came as a message.</summary>
    public string? Token { get; init; }

    /// <summary>Whether the interaction was acknowledged as the asker's alone.</summary>
    public bool Private { get; init; }

    /// <summary>The page of a private reply to show, from 0.</summary>
    public int Page { get; init; }

    /// <summary>The channel or thread messages go to.</summary>
    public Snowflake Channel => Snowflake.Parse(Place.Thread ?? Place.Channel);

    public bool TokenLives(DateTimeOffset now) => Token is not null && now < Request.CreatedUtc + TokenLife;

    /// <summary>What is known of a request whose address was not kept; null when it is none of Discord's.</summary>
    public static ReplyAddress? Of(PendingRequest request)
        => Snowflake.TryParse(request.RequestId, out var id) && Snowflake.TryParse(request.PersonId, out var user) ? new ReplyAddress(id, request.Place, user) : null;

    /// <summary>The address as text. It holds the token: to be stored, never shown or logged.</summary>
    public string ToText() => string.Join(':', Mark, Request, Place.Workspace ?? "", Place.Channel, Place.Thread ?? "", User, Application, Private ? "1" : "0", Page, Token ?? "");

    /// <summary>Null when the text is no address.</summary>
    public static ReplyAddress? Parse(string text)
    {
        var parts = text.Split(':', 10);
        return parts.Length == 10 && parts[0] == Mark
            && Snowflake.TryParse(parts[1], out var request) && Snowflake.TryParse(parts[3], out _) && Snowflake.TryParse(parts[5], out var user)
            && Snowflake.TryParse(parts[6], out var application) && int.TryParse(parts[8], out var page)
            && (parts[4].Length == 0 || Snowflake.TryParse(parts[4], out _))
            ? new ReplyAddress(request, new ChatPlace(DiscordPlatform.PlatformName, NullIfEmpty(parts[2]), parts[3], NullIfEmpty(parts[4])), user)
            {
                Application = application,
                Private = parts[7] == "1",
                Page = page,
                Token = NullIfEmpty(parts[9]),
            }
            : null;
    }

    /// <summary>Without the token, so that no log holds it.</summary>
    public override string ToString() => $"request {Request} in {Place}";

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
