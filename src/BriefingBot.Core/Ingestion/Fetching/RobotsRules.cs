using System.Globalization;
using System.Text;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>What a robots.txt asks of us (RFC 9309). The longest rule that fits a path decides; among equals "allow".</summary>
internal sealed class RobotsRules
{
    /// <summary>The name we go by in the file.</summary>
    public const string Product = "briefingbot";

    private const int LongestRule = 2000;
    private readonly List<(string Pattern, bool Allow)> rules = [];

    private RobotsRules()
    {
    }

    public static RobotsRules AllowAll { get; } = new();

    public static RobotsRules DenyAll { get; } = Parse("user-agent: *\ndisallow: /");

    /// <summary>Reads any text; what is no rule is passed over.</summary>
    public static RobotsRules Parse(string text)
    {
        var ours = new RobotsRules();
        var everyones = new RobotsRules();
        var (forUs, forAll, inAgents, named) = (false, false, false, false);
        foreach (var range in text.AsSpan().SplitAny('\n', '\r'))
        {
            var line = text.AsSpan(range);
            var comment = line.IndexOf('#');
            if (comment >= 0) line = line[..comment];
            var colon = line.IndexOf(':');
            if (colon <= 0) continue;
            var key = line[..colon].Trim().TrimStart('\uFEFF');
            var value = line[(colon + 1)..].Trim();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (!inAgents) (forUs, forAll, inAgents) = (false, false, true);
                var us = IsUs(value);
                (forUs, forAll, named) = (forUs || us, forAll || value is "*", named || us);
                continue;
            }

            var allow = key.Equals("allow", StringComparison.OrdinalIgnoreCase);
            if (!allow && !key.Equals("disallow", StringComparison.OrdinalIgnoreCase)) continue;
            inAgents = false;
            if (value.Length is 0 or > LongestRule) continue;
            var rule = (Escaped(value), allow);
            if (forUs) ours.rules.Add(rule);
            if (forAll) everyones.rules.Add(rule);
        }

        return named ? ours : everyones;
    }

    /// <param name="address">Its path and query are looked at.</param>
    public bool Allows(Uri address)
    {
        var path = Escaped(address.PathAndQuery);
        var (longest, allowed) = (-1, true);
        foreach (var (pattern, allow) in rules)
        {
            if (pattern.Length < longest || (pattern.Length == longest && !allow) || !Fits(pattern, path)) continue;
            (longest, allowed) = (pattern.Length, allow);
        }

        return allowed;
    }

    private static bool IsUs(ReadOnlySpan<char> agent)
    {
        var end = agent.IndexOfAny('/', ' ');
        return (end < 0 ? agent : agent[..end]).Equals(Product, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"*" is any run of characters, "$" at the end the end of the path. Pieces are searched from the left, so time is linear in the path for each piece.</summary>
    private static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        var anchored = pattern[^1] == '$';
        if (anchored) pattern = pattern[..^1];
        var star = pattern.IndexOf('*');
        if (star < 0) return anchored ? path.SequenceEqual(pattern) : path.StartsWith(pattern);
        if (!path.StartsWith(pattern[..star])) return false;
        path = path[star..];
        for (pattern = pattern[(star + 1)..]; ; pattern = pattern[(star + 1)..])
        {
            star = pattern.IndexOf('*');
            if (star < 0) return anchored ? path.EndsWith(pattern) : path.IndexOf(pattern) >= 0;
            var at = path.IndexOf(pattern[..star]);
            if (at < 0) return false;
            path = path[(at + star)..];
        }
    }

    /// <summary>Characters beyond ASCII as percent escapes, escapes in upper case: one spelling for both sides.</summary>
    private static string Escaped(ReadOnlySpan<char> text)
    {
        var escaped = new StringBuilder(text.Length);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                escaped.Append((char)rune.Value);
                continue;
            }

            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)]) escaped.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }

        for (var i = 0; i + 2 < escaped.Length; i++)
        {
            if (escaped[i] != '%') continue;
            (escaped[i + 1], escaped[i + 2]) = (char.ToUpperInvariant(escaped[i + 1]), char.ToUpperInvariant(escaped[i + 2]));
        }

        return escaped.ToString();
    }
}
