using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Chat;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Interactions;

/// <summary>
/// Nonces of our posts: Discord finds the first message for the same nonce again instead of posting a second ("Create
/// Message", enforce_nonce), at most 25 characters. The channel is part of each, since Discord asks only who posted.
/// </summary>
internal static class Nonces
{
    /// <summary>For the n-th message of a post under a key.</summary>
    public static string Of(PostKey key, Snowflake channel, int page) => Hash($"key {key} {channel} {page}");

    /// <summary>For the n-th message that answers a request.</summary>
    public static string Of(string purpose, Snowflake request, Snowflake channel, int page) => Hash($"{purpose} {request} {channel} {page}");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
}
