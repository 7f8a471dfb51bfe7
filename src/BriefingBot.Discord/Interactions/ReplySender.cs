using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Interactions;

/// <summary>Sends rendered replies: by an interaction's token, or as messages of a channel.</summary>
internal sealed class ReplySender(DiscordApi api, PageStore pages, Continuations continuations, TimeProvider time)
{
    /// <summary>The verb of the buttons that turn a private reply's pages: what composes it again as target, the page as detail.</summary>
    internal const string PageVerb = "~page";
    private const char Joint = ',';

    public DateTimeOffset Now => time.GetUtcNow();

    public TimeProvider Time => time;

    /// <summary>The pages of a private reply; null when they are not kept any more.</summary>
    public IReadOnlyList<RenderedMessage>? KeptPages(Snowflake message) => pages.Find(message);

    /// <summary>Shows that the bot works on something there. No fault when Discord refuses: nothing depends on it.</summary>
    public async Task TypingAsync(ChatPlace place, CancellationToken token)
    {
        try
        {
            await api.TypingAsync(ChannelOf(place), token);
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

    /// <summary>The action that composes a private reply again, as the buttons that turn its pages name it; null when they name none.</summary>
    public static ChatActionId? Again(ChatActionId turn) => turn.Target.Length == 0 ? null : ChatActionId.Parse(turn.Target.Replace(Joint, ' '));

    /// <summary>Posts the messages of a reply, each under its nonce; the first's address.</summary>
    /// <param name="place">Where.</param>
    /// <param name="messages">What; at least one.</param>
    /// <param name="nonce">The nonce of each, by its number.</param>
    /// <param name="shape">What more the first message has: whom it mentions, what it replies to.</param>
    /// <param name="token">Cancels.</param>
    public async Task<PostedMessage> PostAsync(ChatPlace place, IReadOnlyList<RenderedMessage> messages, Func<int, string> nonce, Func<MessageBody, MessageBody> shape, CancellationToken token)
    {
        var channel = ChannelOf(place);
        var body = messages[0].Body(AllowedMentions.Nobody) with { Nonce = nonce(0) };
        var first = await api.CreateAsync(channel, shape(body), messages[0].Files, token);
        await continuations.WriteAsync(channel, first.Id, messages, (message, n) => NextAsync(channel, message, nonce(n), token), token);
        return new PostedMessage(place, first.Id.ToString());
    }

    /// <summary>Writes a post anew, with all that it goes on in.</summary>
    public async Task<PostedMessage> EditAsync(PostedMessage posted, IReadOnlyList<RenderedMessage> messages, Func<int, string> nonce, CancellationToken token)
    {
        var (channel, first) = (ChannelOf(posted.Place), Snowflake.Parse(posted.MessageId));
        await api.EditAsync(channel, first, messages[0].Body(AllowedMentions.Nobody), messages[0].Files, token);
        await continuations.WriteAsync(channel, first, messages, (message, n) => NextAsync(channel, message, nonce(n), token), token);
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
        await continuations.WriteAsync(address.Channel, original.Id, messages, (message, n) => FurtherAsync(address, message, n, token), token);
        return new PostedMessage(address.Place, original.Id.ToString());
    }

    /// <summary>As a message of the channel under its nonce; where the bot may not post by itself, by the token.</summary>
    private async Task<Snowflake> FurtherAsync(ReplyAddress address, RenderedMessage message, int n, CancellationToken token)
    {
        try
        {
            return await NextAsync(address.Channel, message, Nonces.Of("more", address.Request, address.Channel, n), token);
        }
        catch (DiscordApiException refusal) when (refusal.NotPermitted())
        {
            return (await api.FollowUpAsync(address.Application, address.Token!, message.Body(AllowedMentions.Nobody), message.Files, token)).Id;
        }
    }

    private async Task<Snowflake> NextAsync(Snowflake channel, RenderedMessage message, string nonce, CancellationToken token)
        => (await api.CreateAsync(channel, message.Body(AllowedMentions.Nobody) with { Nonce = nonce }, message.Files, token)).Id;

    /// <summary>Takes the original reply away, if it still stands: the reply in its place may be sent a second time.</summary>
    private async Task TakeAwayAsync(ReplyAddress address, CancellationToken token)
    {
        try
        {
            await api.DeleteOriginalAsync(address.Application, address.Token!, token);
        }
        catch (DiscordApiException refusal) when (refusal.Code == DiscordCode.UnknownMessage)
        {
            return;
        }
    }

    private static Snowflake ChannelOf(ChatPlace place) => Snowflake.Parse(place.Thread ?? place.Channel);

    private async Task<PostedMessage> PrivatelyAsync(ReplyAddress address, ChatReply reply, CancellationToken token)
    {
        var rendered = MessageRenderer.Pages(reply, n => new ChatActionId(PageVerb, reply.Again?.ToString().Replace(' ', Joint) ?? "", n.ToString()).ToString());
        var page = rendered[Math.Clamp(address.Page, 0, rendered.Count - 1)];
        DiscordMessage shown;
        if (address.Private)
        {
            shown = await api.EditOriginalAsync(address.Application, address.Token!, page.Body(AllowedMentions.Nobody), page.Files, token);
        }
        else
        {
            // Everyone sees that the bot works on it; a reply for one alone takes that away and comes by itself.
            await TakeAwayAsync(address, token);
            shown = await api.FollowUpAsync(address.Application, address.Token!, page.Body(AllowedMentions.Nobody, MessageFlags.Ephemeral), page.Files, token);
        }

        pages.Keep(shown.Id, rendered);
        return new PostedMessage(address.Place, shown.Id.ToString());
    }
}
