using System.Security.Cryptography;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Questions;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Ingestion;

namespace BriefingBot.Core.Commands.Library;

/// <summary><c>library add</c>: files into the channel's library, one receipt each. Also "Add to the library" on a message.</summary>
internal sealed class LibraryAddCommand(Ingestor ingestor, IngestionOptions options, TimeProvider time) : ICommand
{
    public CommandDefinition Definition { get; } = new("library add", "Adds a file to this channel's library", DeskRole.Contributor)
    {
        Options = [new("file", "A text, Markdown or HTML file", CommandOptionType.File) { Required = true }],
        MessageLabel = "Add to the library",
    };

    public async Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Attachments.Count == 0) return new CommandOutcome.Invalid("There is no file. Attach one: a text, Markdown or HTML file.");
        var progress = new ProgressLine(call.Responder);
        var receipts = new List<Receipt>();
        foreach (var file in call.Attachments)
        {
            progress.Show(new ChatReply { Blocks = [new TextBlock($"Reading {ReplyWords.Line(file.Name, 100)}", TextTone.Progress)] });
            receipts.Add(await AddAsync(call, file, cancellationToken));
        }

        await progress.CloseAsync();
        return new CommandOutcome.Received(receipts);
    }

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

    private string TooLarge() => $"it is larger than {ReplyWords.Count(options.MaxItemBytes / 1_000_000, "MB", "MB")}, the most that is read";

    private static Receipt Failed(string name, string reason) => new() { Origin = name, Outcome = ReceiptOutcome.Failed, Reason = reason };

    // A name is what a person typed: no folders, no control characters, not longer than a line.
    private static string SafeName(string name)
    {
        var line = ReplyWords.Line(name.Replace('\\', '/'), 400);
        var last = line[(line.LastIndexOf('/') + 1)..];
        return last.Length switch { 0 => "file", <= 100 => last, _ => last[^100..] };
    }
}
