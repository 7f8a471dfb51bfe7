using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FakeDiscord;

/// <summary>What registered commands must be ("Application Command Structure").</summary>
internal static partial class CommandRules
{
    public static void Check(JsonArray commands)
    {
        var errors = new FormErrors();
        if (commands.Count > 110)
        {
            throw new Refusal(400, 30032, "Maximum number of application commands reached (100)");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var n = 0; n < commands.Count; n++)
        {
            var command = commands[n] as JsonObject ?? [];
            errors.Known(command, $"{n}", "name", "type", "description", "options", "default_member_permissions", "contexts", "nsfw", "integration_types", "name_localizations", "description_localizations", "dm_permission", "default_permission");
            var type = (int?)command["type"] ?? 1;
            var name = errors.Text(command, "name", $"{n}.name", 1, 32, required: true);
            if (type == 1)
            {
                Name(name, $"{n}.name", errors);
                errors.Text(command, "description", $"{n}.description", 1, 100, required: true);
                Options(command["options"] as JsonArray, $"{n}.options", errors, depth: 0);
            }
            else if (!string.IsNullOrEmpty((string?)command["description"]) || command["options"] is not null)
            {
                errors.Add($"{n}.description", "APPLICATION_COMMANDS_DESCRIPTION_INVALID", "Context menu commands cannot have description");
            }

            if (name is not null && !names.Add($"{type} {name}"))
            {
                errors.Add($"{n}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            }
        }

        errors.ThrowIfAny();
    }

    private static void Options(JsonArray? options, string path, FormErrors errors, int depth)
    {
        var optionalSeen = false;
        if (options?.Count > 25)
        {
            errors.Add(path, "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
        }

        for (var n = 0; n < (options?.Count ?? 0); n++)
        {
            var option = options![n] as JsonObject ?? [];
            var at = $"{path}.{n}";
            errors.Known(option, at, "type", "name", "description", "required", "choices", "options", "autocomplete", "min_length", "max_length", "min_value", "max_value", "channel_types", "name_localizations", "description_localizations", "default");
            Name(errors.Text(option, "name", at + ".name", 1, 32, required: true), at + ".name", errors);
            errors.Text(option, "description", at + ".description", 1, 100, required: true);
            var required = (bool?)option["required"] ?? false;
            if (required && optionalSeen)
            {
                errors.Add(at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            }

            optionalSeen |= !required;
            if ((int?)option["type"] is not (>= 1 and <= 11))
            {
                errors.Add(at + ".type", "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).");
            }

            if (option["choices"] is JsonArray { Count: > 0 } choices && (choices.Count > 25 || ((bool?)option["autocomplete"] ?? false)))
            {
                errors.Add(at + ".choices", "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES_INVALID", "At most 25, and none with autocomplete");
            }

            if ((int?)option["max_length"] is < 1 or > 6000)
            {
                errors.Add(at + ".max_length", "NUMBER_TYPE_MAX", "int value should be less than or equal to 6000.");
            }

            if (depth < 2)
            {
                Options(option["options"] as JsonArray, at + ".options", errors, depth + 1);
            }
        }
    }

    private static void Name(string? name, string path, FormErrors errors)
    {
        if (name is not null && (!NamePattern().IsMatch(name) || name.Any(char.IsUpper)))
        {
            errors.Add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }

    [GeneratedRegex(@"^[-_'\p{L}\p{N}]{1,32}$", RegexOptions.None, 1000)]
    private static partial Regex NamePattern();
}
