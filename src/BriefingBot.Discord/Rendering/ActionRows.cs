using BriefingBot.Core.Chat;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Rendering;

/// <summary>
/// Writes actions as rows of components. All that a component does stands in its custom id, so it works after a restart:
/// the action's text, and for a form, behind a line feed, what it asks for.
/// </summary>
internal static class ActionRows
{
    private const char FormMark = '\n';

    /// <summary>At most so many rows; what Discord would refuse, or has no room for, is left out.</summary>
    public static List<Component> Of(IReadOnlyList<ReplyAction> actions, int mostRows = Limits.Rows)
    {
        var rows = new List<List<Component>>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var component in actions.Select(Write).OfType<Component>().Where(component => used.Add(component.CustomId ?? component.Url!)))
        {
            var last = rows.Count > 0 ? rows[^1] : null;
            if (component.Type == ComponentType.Button && last is not null && last.Count < Limits.ButtonsInRow && last[0].Type == ComponentType.Button)
            {
                last.Add(component);
            }
            else
            {
                rows.Add([component]);
            }
        }

        return [.. rows.Take(mostRows).Select(static row => new Component { Type = ComponentType.ActionRow, Components = row })];
    }

    /// <summary>What a custom id stands for: the action, and what its form asks when it opens one. Null when it is none of ours.</summary>
    public static (ChatActionId Action, string? Prompt)? Read(string customId)
    {
        var mark = customId.IndexOf(FormMark, StringComparison.Ordinal);
        var action = ChatActionId.Parse(mark < 0 ? customId : customId[..mark]);
        return action is null ? null : (action, mark < 0 ? null : customId[(mark + 1)..]);
    }

    private static Component? Write(ReplyAction action) => action switch
    {
        ReplyLink link when BlockRenderer.Address(link.Address.ToString()) is { } address => Button(link.Label) with { Style = (int)ButtonStyle.Link, Url = address },
        ReplyLink => null,
        ReplySelect select => Select(select),
        ReplyForm form => Id(form.Id, 1) is { } id ? Button(form.Label) with { CustomId = id + FormMark + Prompt(form.Prompt, Limits.CustomId - id.Length - 1) } : null,
        _ => Id(action.Id, 0) is { } id ? Button(action.Label) with { CustomId = id } : null,
    };

    private static Component Button(string label)
        => new() { Type = ComponentType.Button, Style = (int)ButtonStyle.Secondary, Label = Label(label, Limits.ButtonLabel) };

    private static Component? Select(ReplySelect select)
    {
        var options = select.Choices
            .Where(static choice => choice.Value.Length is > 0 and <= Limits.ChoiceText)
            .DistinctBy(static choice => choice.Value, StringComparer.Ordinal)
            .Take(Limits.Choices)
            .Select(static choice => new SelectOption(Label(choice.Label, Limits.ChoiceText), choice.Value)
            {
                Description = choice.Detail is { } detail && DiscordText.CleanWithin(detail, Limits.ChoiceText) is { Length: > 0 } text ? text : null,
            })
            .ToArray();
        return options.Length == 0 || Id(select.Id, 0) is not { } id
            ? null
            : new Component { Type = ComponentType.StringSelect, CustomId = id, Placeholder = Label(select.Label, Limits.Placeholder), Options = options };
    }

    private static string? Id(ChatActionId action, int reserve)
        => action.ToString() is var text && text.Length > 0 && text.Length <= Limits.CustomId - reserve && !text.Contains(FormMark) ? text : null;

    /// <summary>What does not fit is not asked in half: the button's own label does then.</summary>
    private static string Prompt(string prompt, int room) => DiscordText.Clean(prompt) is var text && text.Length <= room ? text : "";

    private static string Label(string label, int most) => DiscordText.CleanWithin(label, most) is { Length: > 0 } text ? text : "–";
}
