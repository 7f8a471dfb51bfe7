using BriefingBot.Core.Chat;

namespace BriefingBot.Discord.Rendering;

/// <summary>Markup that must not be torn: a sentence with its numbers, a source line.</summary>
/// <param name="Markup">At most <see cref="Limits.EmbedDescription"/> units; what exceeds <see cref="Limits.Content"/> goes into an embed.</param>
/// <param name="Apart">Whether an empty line stands before it.</param>
internal sealed record Piece(string Markup, bool Apart);

/// <summary>Writes each block of a reply as pieces.</summary>
internal static class BlockRenderer
{
    private const int HeadingLength = 400;
    private const int TitleLength = 300;

    public static IEnumerable<Piece> Pieces(IReadOnlyList<ReplyBlock> blocks)
    {
        ReplyBlock? before = null;
        foreach (var block in blocks)
        {
            var apart = before is not null && Apart(before, block);
            foreach (var markup in Markup(block))
            {
                yield return new Piece(markup, apart);
                apart = false;
            }

            before = block;
        }
    }

    private static bool Apart(ReplyBlock before, ReplyBlock block) => (before, block) switch
    {
        (HeadingBlock, _) => false,
        (_, HeadingBlock) => true,
        (ClaimBlock, ClaimBlock) or (SourceBlock, SourceBlock) => false,
        (_, TextBlock { Tone: TextTone.Footer }) or (TextBlock { Tone: TextTone.Footer }, _) => before is SourceBlock or ClaimBlock,
        _ => before.GetType() != block.GetType(),
    };

    private static IEnumerable<string> Markup(ReplyBlock block) => block switch
    {
        HeadingBlock heading when DiscordText.EscapeWithin(heading.Text, HeadingLength) is { Length: > 0 } text => [$"**{text}**"],
        TextBlock text => Lines(text.Text).SelectMany(Sentences).Select(line => Prefix(text.Tone) + line),
        ClaimBlock claim => [Prefix(claim.Tone) + Claim(claim)],
        SourceBlock source => [Source(source)],
        QuoteBlock quote => [Quote(quote)],
        FactsBlock facts => facts.Lines.SelectMany(Lines).SelectMany(Sentences),
        _ => [],
    };

    private static string Prefix(TextTone tone) => tone switch
    {
        TextTone.Caution => "⚠ ",
        TextTone.Progress or TextTone.Footer => "-# ",
        _ => "",
    };

    private static string Claim(ClaimBlock claim)
    {
        var framing = DiscordText.EscapeWithin(claim.Framing, HeadingLength);
        var numbers = claim.Numbers.Count == 0 ? "" : $" **{string.Concat(claim.Numbers.Take(20).Select(static n => $"[{n}]"))}**";
        var room = Limits.EmbedDescription - framing.Length - numbers.Length - 8;
        var text = claim.NumbersInText ? Numbered(claim, Limits.EmbedDescription - framing.Length - 8) : DiscordText.EscapeWithin(claim.Text, room);
        return (framing.Length == 0 ? "" : framing + " ") + (claim.Verbatim ? $"“{text}”" : text) + (claim.NumbersInText ? "" : numbers);
    }

    /// <summary>The text with its own numbers in bold, each in its place; text too long for that has them at its end.</summary>
    private static string Numbered(ClaimBlock claim, int room)
    {
        var markup = DiscordText.Escape(claim.Text);
        foreach (var number in claim.Numbers.Distinct())
        {
            markup = markup.Replace($"\\[{number}\\]", $"**[{number}]**", StringComparison.Ordinal);
        }

        var numbers = string.Concat(claim.Numbers.Take(20).Select(static n => $"[{n}]"));
        return markup.Length <= room ? markup.Replace("]****[", "][", StringComparison.Ordinal) : $"{DiscordText.EscapeWithin(claim.Text, room - numbers.Length - 5)} **{numbers}**";
    }

    private static string Source(SourceBlock source)
    {
        string?[] parts =
        [
            DiscordText.EscapeWithin(source.Title, TitleLength),
            DiscordText.EscapeWithin(source.Publisher ?? "", 100),
            DiscordText.EscapeWithin(source.Date ?? "", 100),
            Carried(source.AlsoCarriedBy),
            Link(source.Url),
        ];
        return $"`[{source.Number}]` {string.Join(" · ", parts.Where(static part => !string.IsNullOrEmpty(part)))}";
    }

    private static string Carried(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return "";
        }

        var more = names.Count > 5 ? $" and {names.Count - 5} more" : "";
        return "also carried by " + string.Join(", ", names.Take(5).Select(static name => DiscordText.EscapeWithin(name, 60))) + more;
    }

    /// <summary>A link whose words are ours: a document's title never is one.</summary>
    private static string Link(string? address)
        => Address(address) is { } safe ? $"[page](<{safe}>)" : "";

    /// <summary>An absolute http or https address without a character that could end the link early; null when it is none.</summary>
    internal static string? Address(string? text)
        => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal) is var safe
            && safe.Length <= Limits.LinkAddress && safe.All(static c => c is > ' ' and <= '~' and not ('<' or '>' or '`' or '|' or '\\' or '@' or '*'))
            ? safe
            : null;

    private static string Quote(QuoteBlock quote)
    {
        const int Context = 600;
        var before = DiscordText.EscapeWithin(quote.Before, Context);
        var after = DiscordText.EscapeWithin(quote.After, Context);
        var text = DiscordText.EscapeWithin(quote.Quote, Limits.EmbedDescription - (2 * Context) - 60);
        var parts = new[] { before, $"**{text}**", after }.Where(static part => part.Length > 0);
        return $"> “{string.Join(' ', parts)}” **[{quote.Number}]**";
    }

    private static IEnumerable<string> Lines(string text)
        => text.Split('\n').Where(static line => !string.IsNullOrWhiteSpace(line));

    /// <summary>The line whole where it fits a message; else its sentences, and a sentence too long for one cut with an ellipsis.</summary>
    private static IEnumerable<string> Sentences(string line)
    {
        const int Room = Limits.Content - 20;
        var whole = DiscordText.Escape(line);
        if (whole.Length <= Room)
        {
            return whole.Length == 0 ? [] : [whole];
        }

        return line.Split(". ").Select((sentence, n) => (sentence, n))
            .Select(part => DiscordText.EscapeWithin(part.sentence.EndsWith('.') ? part.sentence : part.sentence + ".", Room))
            .Where(static sentence => sentence.Length > 1);
    }
}
