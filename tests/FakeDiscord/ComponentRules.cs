using System.Text.Json.Nodes;

namespace FakeDiscord;

/// <summary>What components and modals must be ("Component Reference").</summary>
internal static class ComponentRules
{
    public static void CheckRows(JsonArray? rows, string path, FormErrors errors)
    {
        if (rows is null)
        {
            return;
        }

        if (rows.Count > 5)
        {
            errors.Add(path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var r = 0; r < rows.Count; r++)
        {
            CheckRow(rows[r] as JsonObject, $"{path}.{r}", ids, errors);
        }
    }

    public static void CheckModal(JsonObject data, FormErrors errors)
    {
        errors.Known(data, "data", "custom_id", "title", "components");
        errors.Text(data, "custom_id", "data.custom_id", 1, 100, required: true);
        errors.Text(data, "title", "data.title", 1, 45, required: true);
        var components = data["components"] as JsonArray ?? [];
        if (components.Count is < 1 or > 5)
        {
            errors.Add("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        }

        for (var n = 0; n < components.Count; n++)
        {
            var label = components[n] as JsonObject;
            var path = $"data.components.{n}";
            if ((int?)label?["type"] == 1)
            {
                // The shape of before labels; libraries of before them write it, and Discord still takes it.
                Input(label["components"]?[0] as JsonObject, path + ".components.0", labelled: true, errors);
                continue;
            }

            if ((int?)label?["type"] != 18)
            {
                errors.Add(path + ".type", "BASE_TYPE_CHOICES", "Value must be one of (18,).");
                continue;
            }

            errors.Text(label, "label", path + ".label", 1, 45, required: true);
            errors.Text(label, "description", path + ".description", 1, 100);
            Input(label!["component"] as JsonObject, path + ".component", labelled: false, errors);
        }
    }

    private static void Input(JsonObject? input, string path, bool labelled, FormErrors errors)
    {
        errors.Text(input, "label", path + ".label", 1, 45, required: labelled);
        errors.Text(input, "placeholder", path + ".placeholder", 0, 100);
        errors.Text(input, "custom_id", path + ".custom_id", 1, 100, required: true);
        if ((int?)input?["type"] != 4 || (int?)input["style"] is not (1 or 2) || (int?)input["max_length"] is < 1 or > 4000)
        {
            errors.Add(path, "COMPONENT_TYPE_INVALID", "A text input with a style of 1 or 2 is expected.");
        }
    }

    private static void CheckRow(JsonObject? row, string path, HashSet<string> ids, FormErrors errors)
    {
        var inner = row?["components"] as JsonArray ?? [];
        if ((int?)row?["type"] != 1)
        {
            errors.Add(path + ".type", "BASE_TYPE_CHOICES", "Value must be one of (1,).");
        }

        if (inner.Count is < 1 or > 5)
        {
            errors.Add(path + ".components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        }

        for (var n = 0; n < inner.Count; n++)
        {
            var component = inner[n] as JsonObject;
            var at = $"{path}.components.{n}";
            if (component?["custom_id"] is JsonValue id && !ids.Add((string)id!))
            {
                errors.Add(at + ".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
            }

            switch ((int?)component?["type"])
            {
                case 2:
                    Button(component!, at, errors);
                    break;
                case 3 when inner.Count == 1:
                    Select(component!, at, errors);
                    break;
                default:
                    errors.Add(at + ".type", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A row holds up to five buttons, or one select.");
                    break;
            }
        }
    }

    private static void Button(JsonObject button, string path, FormErrors errors)
    {
        errors.Known(button, path, "type", "style", "label", "custom_id", "url", "disabled", "emoji", "sku_id");
        errors.Text(button, "label", path + ".label", 1, 80);
        if ((int?)button["style"] == 5)
        {
            var url = errors.Text(button, "url", path + ".url", 1, 512, required: true);
            if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "discord"))
            {
                errors.Add(path + ".url", "URL_TYPE_INVALID_URL", "Not a well formed URL.");
            }

            return;
        }

        errors.Text(button, "custom_id", path + ".custom_id", 1, 100, required: true);
        if ((int?)button["style"] is not (>= 1 and <= 4))
        {
            errors.Add(path + ".style", "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3, 4, 5, 6).");
        }
    }

    private static void Select(JsonObject select, string path, FormErrors errors)
    {
        errors.Known(select, path, "type", "custom_id", "placeholder", "options", "disabled", "min_values", "max_values", "channel_types", "default_values", "values");
        errors.Text(select, "custom_id", path + ".custom_id", 1, 100, required: true);
        errors.Text(select, "placeholder", path + ".placeholder", 0, 150);
        var options = select["options"] as JsonArray ?? [];
        if (options.Count is < 1 or > 25)
        {
            errors.Add(path + ".options", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.");
        }

        var values = new HashSet<string>(StringComparer.Ordinal);
        for (var n = 0; n < options.Count; n++)
        {
            var option = options[n] as JsonObject;
            errors.Text(option, "label", $"{path}.options.{n}.label", 1, 100, required: true);
            errors.Text(option, "description", $"{path}.options.{n}.description", 1, 100);
            if (errors.Text(option, "value", $"{path}.options.{n}.value", 1, 100, required: true) is { } value && !values.Add(value))
            {
                errors.Add($"{path}.options.{n}.value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            }
        }
    }
}
