using System.Text.Json.Nodes;

namespace FakeDiscord;

/// <summary>What a message's body must be ("Create Message", "Embed Limits", "Allowed Mentions Object").</summary>
internal static class MessageRules
{
    public static void Check(JsonObject body, bool filesAlong, bool editing)
    {
        var errors = new FormErrors();
        errors.Known(body, "", "content", "embeds", "allowed_mentions", "components", "attachments", "message_reference", "flags", "nonce", "enforce_nonce", "tts");
        var content = errors.Text(body, "content", "content", 0, 2000);
        errors.Text(body, "nonce", "nonce", 1, 25);
        var embeds = Embeds(body["embeds"] as JsonArray, errors);
        Mentions(body["allowed_mentions"] as JsonObject, errors);
        ComponentRules.CheckRows(body["components"] as JsonArray, "components", errors);
        Flags(body, errors);
        errors.ThrowIfAny();
        if (!editing && string.IsNullOrWhiteSpace(content) && embeds == 0 && !filesAlong && body["components"] is not JsonArray { Count: > 0 })
        {
            throw new Refusal(400, 50006, "Cannot send an empty message");
        }
    }

    private static int Embeds(JsonArray? embeds, FormErrors errors)
    {
        if (embeds is null)
        {
            return 0;
        }

        if (embeds.Count > 10)
        {
            errors.Add("embeds", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
        }

        var together = 0;
        for (var n = 0; n < embeds.Count; n++)
        {
            var embed = embeds[n] as JsonObject;
            var texts = new[]
            {
                errors.Text(embed, "title", $"embeds.{n}.title", 0, 256),
                errors.Text(embed, "description", $"embeds.{n}.description", 0, 4096),
                errors.Text(embed?["footer"] as JsonObject, "text", $"embeds.{n}.footer.text", 0, 2048),
            };
            together += texts.Sum(static text => text?.Trim().EnumerateRunes().Count() ?? 0);
        }

        if (together > 6000)
        {
            errors.Add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
        }

        return embeds.Count;
    }

    private static void Mentions(JsonObject? mentions, FormErrors errors)
    {
        if (mentions is null)
        {
            return;
        }

        errors.Known(mentions, "allowed_mentions", "parse", "users", "roles", "replied_user");
        var parse = (mentions["parse"] as JsonArray ?? []).Select(static node => (string?)node).ToArray();
        if (parse.Any(static kind => kind is not ("users" or "roles" or "everyone")))
        {
            errors.Add("allowed_mentions.parse", "BASE_TYPE_CHOICES", "Value must be one of ('roles', 'users', 'everyone').");
        }

        if (mentions["users"] is JsonArray { Count: > 0 } users)
        {
            if (parse.Contains("users", StringComparer.Ordinal))
            {
                errors.Add("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", "parse:[\"users\"] and users: [ids...] are mutually exclusive.");
            }

            if (users.Count > 100)
            {
                errors.Add("allowed_mentions.users", "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.");
            }
        }
    }

    private static void Flags(JsonObject body, FormErrors errors)
    {
        const int Settable = (1 << 2) | (1 << 6) | (1 << 12);
        if (body["flags"] is JsonValue value && (!value.TryGetValue<int>(out var flags) || (flags & ~Settable) != 0))
        {
            errors.Add("flags", "MESSAGE_FLAGS_INVALID", "Only SUPPRESS_EMBEDS, EPHEMERAL and SUPPRESS_NOTIFICATIONS can be set.");
        }
    }

    /// <summary>Whom a message pings: those its text names, as far as it may ("Allowed Mentions Object").</summary>
    public static IEnumerable<ulong> Pings(World world, JsonObject body, FakeMessage? repliedTo, bool interaction)
    {
        var mentions = body["allowed_mentions"] as JsonObject;
        var parse = (mentions?["parse"] as JsonArray)?.Select(static node => (string?)node).ToArray() ?? (mentions is null ? interaction ? ["users"] : ["users", "roles", "everyone"] : []);
        var content = (string?)body["content"] ?? "";
        var users = (mentions?["users"] as JsonArray ?? []).Select(static node => ulong.Parse((string)node!)).ToHashSet();
        foreach (var user in MessageJson.Named(world, content))
        {
            if (parse.Contains("users", StringComparer.Ordinal) || users.Contains(user.Id))
            {
                yield return user.Id;
            }
        }

        if (parse.Contains("everyone", StringComparer.Ordinal) && (content.Contains("@everyone", StringComparison.Ordinal) || content.Contains("@here", StringComparison.Ordinal)))
        {
            yield return 0;
        }

        if (repliedTo is not null && ((bool?)mentions?["replied_user"] ?? mentions is null))
        {
            yield return repliedTo.Author.Id;
        }
    }
}
