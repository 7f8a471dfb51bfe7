using System.Text;
using BriefingBot.Core.Chat;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Rendering;

/// <summary>One message of a rendered reply, within every limit.</summary>
internal sealed record RenderedMessage
{
    public required string Content { get; init; }
    public IReadOnlyList<Embed> Embeds { get; init; } = [];
    public IReadOnlyList<Component> Components { get; init; } = [];
    public IReadOnlyList<ReplyFile> Files { get; init; } = [];

    /// <summary>The message as it is sent. Empty lists are sent too: an edit must take away what is no longer there.</summary>
    public MessageBody Body(AllowedMentions mentions, int? flags = null) => new()
    {
        Content = Content,
        Embeds = Embeds,
        Components = Components,
        AllowedMentions = mentions,
        Flags = flags,
    };
}

/// <summary>
/// Lays a reply out over as many messages as it needs. A piece is never torn, so no sentence, link or number leaves its
/// place; what is too long for a message's text stands in an embed of its own.
/// </summary>
internal static class MessageRenderer
{
    /// <summary>Messages to post one after the other: actions and files with the last.</summary>
    /// <param name="reply">What to say.</param>
    /// <param name="lead">Markup to stand before everything, such as a mention of the asker; at most 100 units.</param>
    public static IReadOnlyList<RenderedMessage> Flow(ChatReply reply, string lead = "")
    {
        var messages = Lay(reply, lead);
        messages[^1] = messages[^1] with { Components = ActionRows.Of(reply.Actions), Files = [.. reply.Files.Take(Limits.Files)] };
        for (var n = Limits.Files; n < reply.Files.Count; n += Limits.Files)
        {
            messages.Add(new RenderedMessage { Content = "-# more files", Files = [.. reply.Files.Skip(n).Take(Limits.Files)] });
        }

        return messages;
    }

    /// <summary>Pages of one message that only its asker sees: actions on each, files with the first.</summary>
    /// <param name="reply">What to say.</param>
    /// <param name="turn">The custom id of the button that shows a page, by the page's number from 0.</param>
    public static IReadOnlyList<RenderedMessage> Pages(ChatReply reply, Func<int, string> turn)
    {
        var pages = Lay(reply, "");
        var rows = ActionRows.Of(reply.Actions, pages.Count > 1 ? Limits.Rows - 1 : Limits.Rows);
        return [.. pages.Select((page, n) => page with
        {
            Components = pages.Count > 1 ? [.. rows, Turning(n, pages.Count, turn)] : rows,
            Files = n == 0 ? [.. reply.Files.Take(Limits.Files)] : [],
        })];
    }

    private static Component Turning(int page, int pages, Func<int, string> turn)
    {
        // The same id may not stand twice in a message, so a page at the end has one button.
        Component Button(int to, string label) => new() { Type = ComponentType.Button, Style = (int)ButtonStyle.Secondary, CustomId = turn(to), Label = label };
        var buttons = new List<Component>();
        if (page > 0)
        {
            buttons.Add(Button(page - 1, $"◀ {page}/{pages}"));
        }

        if (page < pages - 1)
        {
            buttons.Add(Button(page + 1, $"{page + 2}/{pages} ▶"));
        }

        return new Component { Type = ComponentType.ActionRow, Components = buttons };
    }

    private static List<RenderedMessage> Lay(ChatReply reply, string lead)
    {
        var messages = new List<RenderedMessage>();
        var content = new StringBuilder(lead);
        var embeds = new List<Embed>();
        void Close()
        {
            if (content.Length > 0 || embeds.Count > 0)
            {
                messages.Add(new RenderedMessage { Content = content.ToString(), Embeds = [.. embeds] });
                content.Clear();
                embeds.Clear();
            }
        }

        foreach (var piece in BlockRenderer.Pieces(reply.Blocks))
        {
            var gap = content.Length == 0 ? "" : piece.Apart ? "\n\n" : "\n";
            if (piece.Markup.Length > Limits.Content)
            {
                if (embeds.Count == Limits.Embeds || embeds.Sum(static embed => embed.Description!.Length) + piece.Markup.Length > Limits.EmbedsTogether)
                {
                    Close();
                }

                embeds.Add(new Embed { Description = piece.Markup });
                continue;
            }

            if (embeds.Count > 0 || content.Length + gap.Length + piece.Markup.Length > Limits.Content)
            {
                Close();
                gap = "";
            }

            content.Append(gap).Append(piece.Markup);
        }

        Close();
        return messages.Count > 0 ? messages : [new RenderedMessage { Content = reply.Files.Count > 0 ? "-# the file you asked for" : "-# nothing to show" }];
    }
}
