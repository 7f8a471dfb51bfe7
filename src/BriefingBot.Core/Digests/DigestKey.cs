using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Digests;

/// <summary>How a digest is parted for posting, and under which key each part is posted and found again.</summary>
public static class DigestKey
{
    /// <summary>Stories in one part; a platform shows a part as one message.</summary>
    internal const int StoriesPerPart = 4;

    /// <summary>How many parts a digest of so many stories has.</summary>
    internal static int Parts(int stories) => Math.Max(1, (stories + StoriesPerPart - 1) / StoriesPerPart);

    /// <summary>The part a story stands in, both from 1 and 0.</summary>
    internal static int PartOf(int ordinal) => (ordinal / StoriesPerPart) + 1;

    /// <summary>The key of a part, from 1.</summary>
    public static PostKey Of(string digestId, int part) => new($"D-{digestId}-{part}");

    /// <summary>What stands under a digest that is shown whole.</summary>
    internal static string OfWhole(string digestId) => $"D-{digestId}";

    /// <summary>Digest and part of a key, part 0 of a digest shown whole; null where it is none.</summary>
    public static (string DigestId, int Part)? Parse(string? key)
    {
        if (key?.Split('-') is not ["D", var id, .. var rest] || rest.Length > 1 || ShortId.Normalize(id) is not { } digest) return null;
        if (rest is not [var number]) return (digest, 0);
        return int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var part) && part > 0 ? (digest, part) : null;
    }
}
