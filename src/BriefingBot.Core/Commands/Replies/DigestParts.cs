using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Replies;

/// <summary>A digest as its channel reads it: headlines, quotes with their numbers, one line per source, and a last line by which each part is found again.</summary>
public sealed class DigestParts(TimeProvider time) : IDigestWriter
{
    private const int MostLinks = 5;

    /// <inheritdoc/>
    public ChatReply Part(Digest digest, int part, Func<DigestStory, Uri?> earlier)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var parts = DigestKey.Parts(digest.Stories.Count);
        var blocks = new List<ReplyBlock>();
        if (part == 1) blocks.AddRange(Opening(digest));
        var first = (part - 1) * DigestKey.StoriesPerPart;
        var stories = digest.Stories.Skip(first).Take(DigestKey.StoriesPerPart).ToList();
        blocks.AddRange(stories.SelectMany((story, i) => Story(digest, story, first + i + 1)));
        if (part == parts) blocks.AddRange([.. Corrected(digest), .. Closing(digest)]);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var cited = Cited(digest, [.. stories.SelectMany(story => story.Sentences), .. part == parts ? digest.Corrected : []]);
        blocks.AddRange(cited.Select(citation => AnswerReplies.Source(citation, today)));
        blocks.Add(new TextBlock($"{DigestKey.Of(digest.DigestId, part)} {part}/{parts}", TextTone.Footer));
        return new ChatReply { Blocks = blocks, Actions = [.. Actions(digest, cited), .. Links(stories, earlier)], AnswerId = digest.DigestId };
    }

    /// <inheritdoc/>
    public ChatReply Whole(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return Whole(digest, preview: false, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
    }

    /// <inheritdoc/>
    public ChatReply Paused(string words) => new() { Blocks = [new TextBlock(words, TextTone.Caution)] };

    /// <summary>All of it at once, as a reply to somebody.</summary>
    internal static ChatReply Whole(Digest digest, bool preview, DateOnly today)
    {
        List<ReplyBlock> blocks = [.. Opening(digest), .. digest.Stories.SelectMany((story, i) => Story(digest, story, i + 1)), .. Corrected(digest), .. Closing(digest)];
        blocks.AddRange(digest.Citations.Select(citation => AnswerReplies.Source(citation, today)));
        blocks.Add(new TextBlock(preview ? "A preview: nothing was posted" : $"{DigestKey.OfWhole(digest.DigestId)} · quoted, no model", TextTone.Footer));
        // A preview is stored nowhere, so its numbers open nothing.
        return new ChatReply { Blocks = blocks, Actions = preview ? [] : Actions(digest, digest.Citations), Private = preview, AnswerId = preview ? null : digest.DigestId };
    }

    private static IEnumerable<ReplyBlock> Opening(Digest digest)
    {
        if (digest.Opening.Count > 0) yield return new HeadingBlock(ReplyWords.Line(digest.Opening[0], 300));
        foreach (var line in digest.Opening.Skip(1)) yield return new TextBlock(line);
    }

    private static IEnumerable<ReplyBlock> Story(Digest digest, DigestStory story, int number)
    {
        yield return new HeadingBlock(ReplyWords.Line(DigestWords.Heading(story, number), 350));
        foreach (var sentence in story.Sentences) yield return AnswerReplies.Claim(sentence, digest.Citations);
    }

    private static IEnumerable<ReplyBlock> Corrected(Digest digest) => digest.Corrected.Count == 0
        ? []
        : [new HeadingBlock(DigestWords.CorrectedHeading), .. digest.Corrected.Select(sentence => AnswerReplies.Claim(sentence, digest.Citations))];

    private static IEnumerable<ReplyBlock> Closing(Digest digest)
    {
        if (digest.More > 0) yield return new TextBlock($"{Phrases.Count(digest.More, "more story", "more stories")}: /digest more · why something is missing: /digest why", TextTone.Footer);
        foreach (var line in digest.Closing.Skip(digest.More > 0 ? 1 : 0)) yield return new TextBlock(line, TextTone.Footer);
    }

    private static List<Citation> Cited(Digest digest, IReadOnlyList<AnswerSentence> sentences)
    {
        var numbers = sentences.SelectMany(sentence => sentence.Citations).ToHashSet();
        return [.. digest.Citations.Where(citation => numbers.Contains(citation.N))];
    }

    private static List<ReplyAction> Actions(Digest digest, IReadOnlyList<Citation> cited) => cited.Count == 0
        ? []
        :
        [
            new ReplySelect(new ChatActionId(SourceCommand.ActionVerb, digest.DigestId), "Show quote", [.. cited.Take(25).Select(citation => new ReplyChoice(
                $"{citation.N}", ReplyWords.Line($"[{citation.N}] {citation.Title}", 100)))]),
            new ReplyButton(new ChatActionId(ExportCommand.ActionVerb, digest.DigestId, "html"), "Export"),
        ];

    private static IEnumerable<ReplyLink> Links(IReadOnlyList<DigestStory> stories, Func<DigestStory, Uri?> earlier) => stories
        .Select(story => (story, Address: earlier(story))).Where(link => link.Address is not null).DistinctBy(link => link.Address).Take(MostLinks)
        .Select(link => new ReplyLink(link.Address!, ReplyWords.Line($"Earlier: {link.story.Headline}", 80)));
}
