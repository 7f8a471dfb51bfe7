using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Interactions;

/// <summary>Sends rendered replies: by an interaction's token, or as messages of a channel.</summary>
internal sealed class ReplySender(IDiscordCalls api, PageStore pages, TimeProvider time)
{
    /// <summary>The verb of the buttons that turn a private reply's pages: the answer as target, the page as detail.</summary>
    internal const string PageVerb = "~page";

    public DateTimeOffset Now => time.GetUtcNow();

    public TimeProvider Time => time;

    /// <summary>The pages of a private reply; null when they are not kept any more.</summary>
    public IReadOnlyList<RenderedMessage>? KeptPages(Snowflake message) => pages.Find(message);

    /// <summary>Shows that the bot works on something there. No fault when Discord refuses: nothing depends on it.</summary>
    public async Task TypingAsync(ChatPlace place, CancellationToken token)
    {
        try
        {
            await api.TypingAsync(Snowflake.Parse(place.Thread ?? place.Channel), token);
        }
        catch (DiscordApiException)
        {
            return;
        }
    }

    /// <summary>Answers an interaction by its token: the original reply is edited, and what does not fit follows.</summary>
    public Task<PostedMessage> ByTokenAsync(ReplyAddress address, ChatReply reply, CancellationToken token)
        => address.Private || reply.Private ? PrivatelyAsync(address, reply, token) : PubliclyAsync(address, reply, token);

    public Task ProgressByTokenAsync(ReplyAddress address, ChatReply reply, CancellationToken token)
        => api.ShowProgressAsync(address.Application, address.Token!, MessageRenderer.Flow(reply)[0].Body(AllowedMentions.Nobody), token);

    /// <summary>Posts the messages of a reply, each under its nonce; the first's address.</summary>
    /// <param name="place">Where.</param>
    /// <param name="messages">What.</param>
    /// <param name="nonce">The nonce of each, by its number.</param>
    /// <param name="shape">What more the first message has: whom it mentions, what it replies to.</param>
    /// <param name="token">Cancels.</param>
    public async Task<PostedMessage> PostAsync(ChatPlace place, IEnumerable<RenderedMessage> messages, Func<int, string> nonce, Func<MessageBody, MessageBody> shape, CancellationToken token)
    {
        var channel = Snowflake.Parse(place.Thread ?? place.Channel);
        PostedMessage? first = null;
        var n = 0;
        foreach (var message in messages)
        {
            var body = message.Body(AllowedMentions.Nobody) with { Nonce = nonce(n) };
            var posted = await api.CreateAsync(channel, n == 0 ? shape(body) : body, message.Files, token);
            first ??= new PostedMessage(place, posted.Id.ToString());
            n++;
        }

        return first ?? throw new ArgumentException("A reply has at least one message.", nameof(messages));
    }

    public async Task<PostedMessage> EditAsync(PostedMessage posted, RenderedMessage message, CancellationToken token)
    {
        await api.EditAsync(Snowflake.Parse(posted.Place.Thread ?? posted.Place.Channel), Snowflake.Parse(posted.MessageId), message.Body(AllowedMentions.Nobody), message.Files, token);
        return posted;
    }

    /// <summary>Answers in the channel someone whose interaction can no longer be answered. What was meant for them alone is not shown there.</summary>
    public Task<PostedMessage> LateAsync(ReplyAddress address, ChatReply reply, CancellationToken token)
    {
        var shown = address.Private || reply.Private
            ? new ChatReply { Blocks = [new TextBlock("Your private answer came too late to be shown to you alone. Please ask again.", TextTone.Problem)] }
            : reply;
        return PostAsync(
            address.Place,
            MessageRenderer.Flow(shown, $"<@{address.User}>"),
            n => Nonces.Of("late", address.Request, address.Channel, n),
            body => body with { AllowedMentions = AllowedMentions.Only(address.User) },
            token);
    }

    /// <summary>Sends someone a direct message; where it stands.</summary>
    public async Task<PostedMessage> DirectAsync(ReplyAddress address, ChatReply reply, CancellationToken token)
    {
        var direct = await api.DirectChannelAsync(address.User, token);
        var place = new ChatPlace(DiscordPlatform.PlatformName, null, direct.Id.ToString());
        return await PostAsync(place, MessageRenderer.Flow(reply), n => Nonces.Of("direct", address.Request, direct.Id, n), static body => body, token);
    }

    private async Task<PostedMessage> PubliclyAsync(ReplyAddress address, ChatReply reply, CancellationToken token)
    {
        var messages = MessageRenderer.Flow(reply);
        var original = await api.EditOriginalAsync(address.Application, address.Token!, messages[0].Body(AllowedMentions.Nobody), messages[0].Files, token);
        for (var n = 1; n < messages.Count; n++)
        {
            await FurtherAsync(address, messages[n], n, token);
        }

        return new PostedMessage(address.Place, original.Id.ToString());
    }

    /// <summary>As a message of the channel under its nonce; where the bot may not post by itself, by the token.</summary>
    private async Task FurtherAsync(ReplyAddress address, RenderedMessage message, int n, CancellationToken token)
    {
        var body = message.Body(AllowedMentions.Nobody);
        try
        {
            await api.CreateAsync(address.Channel, body with { Nonce = Nonces.Of("more", address.Request, address.Channel, n) }, message.Files, token);
        }
        catch (DiscordApiException refusal) when (refusal.NotPermitted())
        {
            await api.FollowUpAsync(address.Application, address.Token!, body, message.Files, token);
        }
    }

    private async Task<PostedMessage> PrivatelyAsync(ReplyAddress address, ChatReply reply, CancellationToken token)
    {
        var rendered = MessageRenderer.Pages(reply, n => new ChatActionId(PageVerb, reply.AnswerId ?? "", n.ToString()).ToString());
        var page = rendered[Math.Clamp(address.Page, 0, rendered.Count - 1)];
        DiscordMessage shown;
        if (address.Private)
        {
            shown = await api.EditOriginalAsync(address.Application, address.Token!, page.Body(AllowedMentions.Nobody), page.Files, token);
        }
        else
        {
            // Everyone sees that the bot works on it; a reply for one alone takes that away and comes by itself.
            await api.DeleteOriginalAsync(address.Application, address.Token!, token);
            shown = await api.FollowUpAsync(address.Application, address.Token!, page.Body(AllowedMentions.Nobody, MessageFlags.Ephemeral), page.Files, token);
        }

        pages.Keep(shown.Id, rendered);
        return new PostedMessage(address.Place, shown.Id.ToString());
    }
}
