using BriefingBot.Core.Briefing;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Digests;

/// <summary>What is new → stories → verified sentences. Nothing uncited is told; what is not told is named with the reason.</summary>
internal sealed class DigestComposer(LibrarySession session)
{
    /// <summary>What a first digest made by hand looks back on.</summary>
    private static readonly TimeSpan FirstByHand = TimeSpan.FromDays(7);

    private readonly DigestStore digests = new(session);

    /// <summary>Composes a digest of everything that came since the last one of the same schedule. Stories must have caught up.</summary>
    /// <param name="wishes">What for.</param>
    /// <param name="digestId">Its id; empty in a preview.</param>
    /// <param name="now">Stamps it.</param>
    public (Digest Digest, News News) Compose(DigestWishes wishes, string digestId, DateTimeOffset now)
    {
        var (fromUtc, span) = Period(wishes, now);
        var news = new NewsReader(session, wishes).Read(span);
        var leftOut = news.LeftOut.ToList();
        var (stories, citations, looked) = Write(news, wishes, leftOut);
        // A first digest corrects nothing that it told.
        var corrected = digests.Last(wishes) is null ? ([], []) : CorrectedSince.Read(session, span, citations.Count + 1);
        var rest = news.Stories.Skip(looked).ToList();
        leftOut.AddRange(rest.SelectMany(s => s.Documents).Select(id => new LeftOut(id, $"only counted: {wishes.Stories} stories ranked higher")));

        var digest = new Digest
        {
            DigestId = digestId,
            Library = session.File.Name,
            DueUtc = wishes.DueUtc,
            FromUtc = fromUtc,
            ToUtc = now,
            Stories = stories,
            More = rest.Count,
            Corrected = corrected.Sentences,
            Citations = [.. citations, .. corrected.Citations],
            LeftOut = leftOut,
            Span = span,
        };
        var skipped = wishes.Schedule is { } schedule ? digests.SkippedSince(schedule.Id, fromUtc) : [];
        digest = digest with { Opening = DigestWords.Opening(digest, news, wishes.Schedule, skipped), Closing = DigestWords.Closing(digest, wishes.Schedule) };
        return (digest with { Text = DigestWords.Text(digest) }, news);
    }

    /// <summary>
    /// Since the last one. The first of a schedule looks back to the time it would have been due before it was set, the first made by hand on a week: a
    /// library of years is no news.
    /// </summary>
    private (DateTimeOffset From, DigestSpan Span) Period(DigestWishes wishes, DateTimeOffset now)
    {
        var through = digests.NewestRevision();
        if (digests.Last(wishes) is { } last) return (last.ToUtc, new DigestSpan(last.ThroughRevision, through));
        return wishes.Schedule is { } schedule
            ? (schedule.LastUpTo(schedule.CreatedUtc), new DigestSpan(schedule.FromRevision, through))
            : (now - FirstByHand, new DigestSpan(digests.NewestRevisionBefore(now - FirstByHand), through));
    }

    private (List<DigestStory> Stories, List<Citation> Citations, int Looked) Write(News news, DigestWishes wishes, List<LeftOut> leftOut)
    {
        var documents = new DocumentStore(session);
        var composer = new BriefComposer(
            new CitationBuilder(documents, new Copies(session)), new QuoteVerifier((id, number) => documents.FindRevision(id, number)?.Text));
        var writer = new StoryWriter(session);
        var stories = new List<DigestStory>();
        var citations = new List<Citation>();
        var looked = 0;
        foreach (var story in news.Stories)
        {
            if (stories.Count == wishes.Stories) break;
            looked++;
            var before = story.UpdateOf is { } earlier ? digests.QuotesOf(earlier, story.StoryId) : [];
            var brief = composer.Compose(writer.Write(story, before), "", citations.Count + 1);
            if (brief.Citations.Count == 0)
            {
                var why = before.Count > 0 ? "nothing was said that an earlier digest had not told" : "no sentence of it could be quoted";
                leftOut.AddRange(story.Documents.Select(id => new LeftOut(id, why)));
                continue;
            }

            citations.AddRange(brief.Citations);
            var headline = Headline(brief.Citations[0]);
            stories.Add(new DigestStory
            {
                Headline = headline,
                Sentences = [.. Framed(brief, headline)],
                Documents = story.Documents,
                Publishers = story.Publishers,
                UpdateOf = story.UpdateOf,
                StoryId = story.StoryId,
            });
        }

        return (stories, citations, looked);
    }

    /// <summary>Under a headline a source is named once: not again for its next sentence, and not where it is the headline itself.</summary>
    private static IEnumerable<AnswerSentence> Framed(ComposedBrief brief, string headline)
    {
        string? before = null;
        foreach (var sentence in brief.Sentences)
        {
            if (sentence is not { Kind: SentenceKind.Quote, Citations: [var n] })
            {
                yield return sentence;
                continue;
            }

            var citation = brief.Citations.First(c => c.N == n);
            var isHeadline = citation.Publisher is null && citation.Agency is null && Headline(citation) == headline;
            yield return citation.DocumentId == before ? sentence with { Text = $"{Framing.Marked(citation.Quote)} [{n}]" }
                : isHeadline ? sentence with { Text = Framing.Quote(citation with { Title = "" }) }
                : sentence;
            before = citation.DocumentId;
        }
    }

    private static string Headline(Citation first)
    {
        var title = Spaces.Single(first.Title);
        return title.Length > 0 ? title : first.Publisher ?? "Untitled report";
    }
}
