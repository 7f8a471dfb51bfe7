using BriefingBot.Core.Chat;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Rest;

/// <summary>
/// Reads the bytes of attachments, from Discord's own file hosts and nowhere else (or from the host of the API when that
/// is not Discord's), up to the size limit whatever the size was said to be.
/// </summary>
internal sealed class AttachmentDownloads(HttpClient http, DiscordCredentials credentials, DiscordOptions options, TimeProvider time)
{
    private static readonly string[] Hosts = ["cdn.discordapp.com", "media.discordapp.net"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The attachment as use cases see it; nothing is read yet.</summary>
    public ChatAttachment Of(DiscordAttachment attachment)
        => new(attachment.Filename, attachment.Size, cancellationToken => OpenAsync(attachment, cancellationToken));

    private async Task<Stream> OpenAsync(DiscordAttachment attachment, CancellationToken cancellationToken)
    {
        if (attachment.Size > options.LargestFileBytes)
        {
            throw TooLarge(attachment);
        }

        if (!Uri.TryCreate(attachment.Url, UriKind.Absolute, out var address) || !Allowed(address))
        {
            throw new ChatException($"{attachment.Filename} does not stand on Discord's file host, so it was not read.");
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, both.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw new ChatException($"Discord's file host answered {(int)response.StatusCode} for {attachment.Filename}; attach it again.") { Transient = (int)response.StatusCode >= 500 };
            }

            await using var stream = await response.Content.ReadAsStreamAsync(both.Token);
            return new MemoryStream(await Bounded.ReadAsync(stream, options.LargestFileBytes, both.Token) ?? throw TooLarge(attachment), writable: false);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ChatException($"{attachment.Filename} could not be read from Discord; try again.", fault) { Transient = true };
        }
    }

    private ChatException TooLarge(DiscordAttachment attachment)
        => new($"{attachment.Filename} is larger than {options.LargestFileBytes:N0} bytes, the most that is taken here (Discord:LargestFileBytes).");

    private bool Allowed(Uri address)
    {
        var api = new Uri(credentials.ApiBase);
        return address.Scheme == Uri.UriSchemeHttps && Hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase)
            || (address.Scheme == api.Scheme && address.Authority == api.Authority);
    }
}
