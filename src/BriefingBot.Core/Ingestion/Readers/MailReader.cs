using System.Globalization;
using System.Text;
using BriefingBot.Core.Ingestion.Cleaning.PlainText;
using BriefingBot.Core.Ingestion.Metadata;
using BriefingBot.Core.Ingestion.Readers.Mail;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>Saved mail and newsletters (RFC 5322, MIME): the text part, or the HTML part where that holds the text; attachments are not read.</summary>
internal sealed class MailReader : IDocumentReader
{
    private static readonly string[] Telling = ["from", "date", "subject", "message-id", "mime-version", "received", "return-path", "delivered-to", "to", "content-type", "dkim-signature", "reply-to"];
    private readonly HtmlReader html = new();

    public bool CanRead(SourceBytes source)
    {
        // Nearly every file is none by its first line, so nothing is decoded or kept before that.
        var head = source.Bytes.Span[..Math.Min(8192, source.Bytes.Length)];
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var range in head.Split((byte)'\n'))
        {
            var line = head[range].TrimEnd((byte)'\r');
            if (line.IsEmpty) break;
            if (line[0] is (byte)' ' or (byte)'\t') continue;
            var colon = line.IndexOf((byte)':');
            if (colon <= 0 || line[..colon].IndexOfAnyExceptInRange((byte)'!', (byte)'~') >= 0) return false;
            seen.Add(Encoding.Latin1.GetString(line[..colon]));
        }

        return seen.Contains("from") && Telling.Count(seen.Contains) >= 3 && (seen.Contains("message-id") || seen.Contains("mime-version") || seen.Contains("received") || (seen.Contains("date") && seen.Contains("subject")));
    }

    /// <inheritdoc/>
    public ReadText Read(SourceBytes source)
    {
        var text = Encoding.Latin1.GetString(source.Bytes.Span);
        var headers = MailHeaders.Read(text, 0, text.Length);
        var parts = MailParts.Read(text, headers);
        // A letter of ordinary size with a long table beside it is read; one that is nothing else is not.
        if (parts.Count > 0 && parts.TrueForAll(p => p.IsTooLong)) throw TextLimit.TooLong(source.Origin, text.Length - headers.BodyStart);
        var plain = parts.Find(p => p.Type is not "text/html" && p.Bytes.Length > 0) is { } part ? Plain(source, part) : null;
        var rich = parts.Find(p => p.Type is "text/html" && p.Bytes.Length > 0) is { } page ? Rich(source, page) : null;
        // Plain parts of newsletters are often a stub, and pages often hold less than the text because they are all boxes.
        var read = rich is not null && (plain is null || Words(rich.Text) * 2 >= Words(plain.Text)) ? rich : plain;
        if (read is null || read.Text.Length == 0) throw new UnreadableException($"{source.Origin} is a mail without text of its own: add its attachments instead.");
        return read with { Metadata = Described(headers, read.Metadata) };
    }

    private static DocumentMetadata Described(MailHeaders headers, DocumentMetadata read)
    {
        var subject = TextNormalizer.Normalize(headers.Text("Subject") ?? "").ReplaceLineEndings(" ").Trim();
        foreach (var prefix in (string[])["Fwd:", "FW:", "Re:", "AW:", "WG:"])
        {
            if (subject.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) subject = subject[prefix.Length..].TrimStart();
        }

        var sender = Sender(headers.Text("From"));
        var isList = headers.Raw("List-Id") is not null || headers.Raw("List-Unsubscribe") is not null;
        var sent = Sent(headers.Raw("Date"));
        return new DocumentMetadata
        {
            Title = subject.Length > 0 ? subject : read.Title,
            Publisher = isList ? sender ?? read.Publisher : read.Publisher,
            Byline = isList ? read.Byline : sender ?? read.Byline,
            Language = read.Language,
            Url = read.Url,
            PublishedOn = sent is { } at ? DateOnly.FromDateTime(at.DateTime) : read.PublishedOn,
            PublishedUtc = sent?.ToUniversalTime() ?? read.PublishedUtc,
            PublishedFrom = sent is null ? read.PublishedFrom : DateSource.Metadata,
        };
    }

    /// <summary>"Varran Courier" of "Varran Courier &lt;desk@courier.example&gt;"; null where only an address stands there.</summary>
    private static string? Sender(string? from)
    {
        var bracket = from?.IndexOf('<', StringComparison.Ordinal) ?? -1;
        var name = bracket > 0 ? TextNormalizer.Normalize(from![..bracket]).Trim().Trim('"').Trim() : "";
        return name.Length is > 1 and <= 100 && !name.Contains('@', StringComparison.Ordinal) ? name : null;
    }

    /// <summary>RFC 5322, section 3.3; the comment behind the offset ("(CET)") is dropped.</summary>
    private static DateTimeOffset? Sent(string? date)
    {
        if (date is null || date.Length > 100) return null;
        var comment = date.IndexOf('(', StringComparison.Ordinal);
        var bare = (comment > 0 ? date[..comment] : date).Trim();
        return DateTimeOffset.TryParse(bare, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var sent) && sent.Year is > 1970 and < 2200 ? sent : null;
    }

    private static ReadText? Plain(SourceBytes source, MailPart part)
    {
        var text = TextNormalizer.Normalize(Decoded(source, part));
        var lines = text.Split('\n').TakeWhile(l => l.TrimEnd() is not "--").Where(l => !l.StartsWith('>')).Select(l => l.TrimEnd());
        var clean = TextCleaner.Clean(string.Join('\n', lines), given: null);
        return clean.Text.Length == 0 ? null : new ReadText(clean.Text, clean.Metadata, clean.Removed);
    }

    private ReadText? Rich(SourceBytes source, MailPart part)
    {
        try
        {
            return html.Read(new SourceBytes(source.Origin, part.Bytes, source.FetchedUtc, source.Url, part.Charset));
        }
        catch (UnreadableException)
        {
            // The other part may still be read; without one the caller says that there is no text.
            return null;
        }
    }

    private static string Decoded(SourceBytes source, MailPart part)
    {
        try
        {
            return EncodingDetector.Decode(new SourceBytes(source.Origin, part.Bytes, source.FetchedUtc, CharsetHint: part.Charset));
        }
        catch (UnreadableException)
        {
            return "";
        }
    }

    private static int Words(string text) => WordMeter.HalfWords(text);
}
