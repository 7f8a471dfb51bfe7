using System.Security.Cryptography;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Questions;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Library;

/// <summary>
/// <c>library add</c>: files and links into the channel's library, one receipt each. Also "Add to the library" on a message, whose attachments
/// and links are taken, and a mention that is nothing but those.
/// </summary>
internal sealed class LibraryAddCommand(Ingestor ingestor, LinkSource links, Limits limits, IngestionOptions options, TimeProvider time) : ICommand
{
    public const string Name = "library add";
    private const string LinkOption = "link";

    /// <summary>Files and links of one request, at most.</summary>
    private const int Most = 10;

    public CommandDefinition Definition { get; } = new(Name, "Adds a link or a file to this channel's library", DeskRole.Contributor)
    {
        Options =
        [
            new(LinkOption, "The address of an article, a PDF or another text") { Most = 4000 },
            new("file", "A PDF, Word, mail, HTML, Markdown or text file", CommandOptionType.File),
        ],
        MessageLabel = "Add to the library",
    };

    public async Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var found = Links(call);
        if (found.Count + call.Attachments.Count == 0)
        {
            return new CommandOutcome.Invalid(call.Option(ChatMenu.MessageTextOption) is null && call.Request is CommandRequest { Options.Count: 0 }
                ? "There is nothing to add. Attach a file, or give a link: /library add link:"
                : "There is neither a file nor a link in that.");
        }

        var progress = new ProgressLine(call.Responder);
        var receipts = new List<Receipt>();
        var works = found.Select(link => (What: LinkAddress.Shown(link), Add: (Func<Task<Receipt>>)(() => AddAsync(call, link, cancellationToken))))
            .Concat(call.Attachments.Select(file => (What: SafeName(file.Name), Add: (Func<Task<Receipt>>)(() => AddAsync(call, file, cancellationToken))))).ToList();
        try
        {
            foreach (var (what, add) in works)
            {
                if (receipts.Count == Most) receipts.AddRange(works.Skip(Most).Select(late => Failed(late.What, $"at most {Most} are taken at once; add it by itself")));
                if (receipts.Count >= Most) break;
                if (limits.Take(call.Person, call.Channel) is { } reached)
                {
                    if (receipts.Count == 0) return new CommandOutcome.TooOften(reached);
                    receipts.Add(Failed(what, "much was added in a short time; try again in a minute"));
                    continue;
                }

                progress.Show(new ChatReply { Blocks = [new TextBlock($"Reading {ReplyWords.Line(what, 100)}{(works.Count > 1 ? $" · {receipts.Count + 1} of {works.Count}" : "")}", TextTone.Progress)] });
                receipts.Add(await add());
            }
        }
        finally
        {
            await progress.CloseAsync();
        }

        return new CommandOutcome.Received(receipts) { Originals = Originals(call.Library, receipts) };
    }

    private static IReadOnlyList<string> Links(CommandCall call)
    {
        var typed = call.Option(LinkOption);
        var written = LinksInText.Find($"{typed} {call.Option(ChatMenu.MessageTextOption)}", out _);
        // What was given as a link and is none gets a receipt that says so.
        return written.Count == 0 && typed is not null ? [typed] : written;
    }

    /// <summary>The one way of a link out of the house: through the guard of addresses.</summary>
    private async Task<Receipt> AddAsync(CommandCall call, string link, CancellationToken cancellationToken) =>
        ingestor.Ingest(call.Library, await links.ItemAsync(call.Library, link, given: null, cancellationToken));

    private async Task<Receipt> AddAsync(CommandCall call, ChatAttachment file, CancellationToken cancellationToken)
    {
        var name = SafeName(file.Name);
        if (file.Length > options.MaxItemBytes) return Failed(name, TooLarge());
        byte[]? bytes;
        try
        {
            await using var stream = await file.OpenAsync(cancellationToken);
            bytes = await CappedReader.ReadAsync(stream, options.MaxItemBytes, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or ChatException)
        {
            return Failed(name, "the file could not be fetched; send it again");
        }

        if (bytes is null) return Failed(name, TooLarge());
        // The same file sent again is the same document; another file of the same name is another.
        var origin = $"attachment:{Convert.ToHexStringLower(SHA256.HashData(bytes)).AsSpan(0, 16)}/{name}";
        return ingestor.Ingest(call.Library, new IngestItem(new SourceBytes(origin, bytes, time.GetUtcNow())));
    }

    /// <summary>What the copies among them are copies of, in words.</summary>
    private static Dictionary<string, string> Originals(LibraryFile library, List<Receipt> receipts) => library.Read(session =>
    {
        var documents = new DocumentStore(session);
        return receipts.Select(receipt => receipt.CopyOf).OfType<string>().Distinct(StringComparer.Ordinal).Select(documents.Find).OfType<Document>()
            .ToDictionary(original => original.Id, original => Phrases.Dotted(ReplyWords.Line(original.Current.Metadata.Title, 150), original.Current.Metadata.Publisher, original.Id), StringComparer.Ordinal);
    });

    private string TooLarge() => $"it is larger than {Phrases.Count(options.MaxItemBytes / 1_000_000, "MB", "MB")}, the most that is read";

    private static Receipt Failed(string name, string reason) => new() { Origin = name, Outcome = ReceiptOutcome.Failed, Reason = reason };

    // A name is what a person typed: no folders, no control characters, not longer than a line.
    private static string SafeName(string name)
    {
        var line = ReplyWords.Line(name.Replace('\\', '/'), 400);
        var last = line[(line.LastIndexOf('/') + 1)..];
        return last.Length switch { 0 => "file", <= 100 => last, _ => last[^100..] };
    }
}
