using System.Net.Http.Headers;
using System.Text.Json;
using BriefingBot.Core.Chat;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Rest;

/// <summary>Bodies of calls: JSON, or a multipart form when files go along (Discord's "Uploading Files").</summary>
internal static class Bodies
{
    /// <summary>Largest body Discord takes with a message.</summary>
    internal const long LargestRequest = 25 * 1024 * 1024;

    public static Func<HttpContent> Json<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        // Serialised once, wrapped anew for every attempt: content can be sent only once.
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return () => JsonOf(bytes);
    }

    /// <exception cref="ChatException">A file is larger than may be handed out.</exception>
    public static Func<HttpContent> Message(MessageBody body, IReadOnlyList<ReplyFile> files, long largestFile)
    {
        if (files.Count == 0)
        {
            return Json(body, DiscordJson.Default.MessageBody);
        }

        CheckSizes(files, largestFile);
        var withFiles = body with { Attachments = [.. files.Select(static (file, n) => new AttachmentBody(n.ToString(), SafeName(file.Name)))] };
        var json = JsonSerializer.SerializeToUtf8Bytes(withFiles, DiscordJson.Default.MessageBody);
        return () => Multipart(json, files);
    }

    /// <exception cref="ChatException">A file is larger than may be handed out.</exception>
    public static void CheckSizes(IReadOnlyList<ReplyFile> files, long largestFile)
    {
        if (files.FirstOrDefault(file => file.Bytes.Length > largestFile) is { } large)
        {
            throw new ChatException($"{large.Name} has {large.Bytes.Length:N0} bytes; Discord takes at most {largestFile:N0} (Discord:LargestFileBytes).");
        }

        if (files.Sum(static file => (long)file.Bytes.Length) > LargestRequest - 65_536)
        {
            throw new ChatException($"The files of one message have more than {LargestRequest:N0} bytes together, which is all Discord takes.");
        }
    }

    private static MultipartFormDataContent Multipart(byte[] json, IReadOnlyList<ReplyFile> files)
    {
        var form = new MultipartFormDataContent { { JsonOf(json), "payload_json" } };
        for (var n = 0; n < files.Count; n++)
        {
            var content = new ReadOnlyMemoryContent(files[n].Bytes);
            content.Headers.ContentType = MediaTypeHeaderValue.TryParse(files[n].MediaType, out var type) ? type : new MediaTypeHeaderValue("application/octet-stream");
            form.Add(content, $"files[{n}]", SafeName(files[n].Name));
        }

        return form;
    }

    private static ByteArrayContent JsonOf(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    /// <summary>Letters, digits and a few marks; a name is part of a header here.</summary>
    public static string SafeName(string name)
    {
        var safe = new string([.. name.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')]).Trim('.');
        return safe.Length == 0 ? "file" : safe[^Math.Min(safe.Length, 100)..];
    }
}
