using BriefingBot.Core.Briefing;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Digests;

/// <summary>What is new → stories → verified sentences. Nothing uncited is told; what is not told is named with the reason.</summary>
internal sealed class DigestComposer(LibrarySession session)
{
    /// <summary>Composes a digest of everything that came since the last one of the same schedule. Stories must have caught up.</summary>
    /// <param name="wishes">What for.</param>
    /// <param name="digestId">Its id; empty in a preview.</param>
    /// <param name="now">Stamps it.</param>
    public (Digest Digest, News News) Compose(DigestWishes wishes, string digestId, DateTimeOffset now)
    {
        var digests = new DigestStore(session);
        var last = digests.Last(wishes.ScheduleId);
        var span = new DigestSpan(last?.ThroughRevision ?? 0, digests.NewestRevision());
        var news = new NewsReader(session, wishes).Read(span);
        var leftOut = news.LeftOut.ToList();
        var (stories, citations, looked) = Write(news, wishes, digests, leftOut);
        var corrected = CorrectedSince.Read(session, span, citations.Count + 1);
        var rest = news.Stories.Skip(looked).ToList();
        leftOut.AddRange(rest.SelectMany(s => s.Documents).Select(id => new LeftOut(id, $"counted only: {wishes.Stories} stories ranked higher")));

        var digest = new Digest
        {
            DigestId = digestId,
            Library = session.File.Name,
            DueUtc = wishes.DueUtc,
            FromUtc = last?.ToUtc,
            ToUtc = now,
            Stories = stories,
            More = rest.Count,
            Corrected = last is null ? [] : corrected.Sentences,
            Citations = last is null ? citations : [.. citations, .. corrected.Citations],
            LeftOut = leftOut,
            Span = span,
        };
        return (digest, news);
    }

    private (List<DigestStory> Stories, List<Citation> Citations, int Looked) Write(News news, DigestWishes wishes, DigestStore digests, List<LeftOut> leftOut)
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
            stories.Add(new DigestStory
            {
                Headline = Headline(brief.Citations[0]),
                Sentences = brief.Sentences,
                Documents = story.Documents,
                Publishers = story.Publishers,
                UpdateOf = story.UpdateOf,
                StoryId = story.StoryId,
            });
        }

        return (stories, citations, looked);
    }

    private static string Headline(Citation first)
    {
        var title = string.Join(' ', first.Title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return title.Length > 0 ? title : first.Publisher ?? "Untitled report";
    }
}
