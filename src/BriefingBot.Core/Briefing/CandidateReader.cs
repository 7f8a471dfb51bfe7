using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing;

/// <summary>Takes the best passages apart into sentences that may be quoted, each once however many passages and documents hold it.</summary>
internal static class CandidateReader
{
    /// <summary>Two sentences whose first terms agree this far are one.</summary>
    private const int SameTerms = 30;

    /// <summary>The start of a document whose sentences are counted exactly; behind it position says nothing any more.</summary>
    private const int Head = 4000;
    private const int CharactersPerSentence = 120;

    public static List<SentenceCandidate> Read(IReadOnlyList<RankedPassage> passages)
    {
        var read = new List<SentenceCandidate>();
        var keys = new Dictionary<string, SentenceCandidate>(StringComparer.Ordinal);
        var places = new HashSet<(long Revision, int Start)>();
        var documents = new Dictionary<long, DocumentHead>();
        var best = passages.Count == 0 ? 0 : passages.Max(p => p.Score);
        foreach (var ranked in passages)
        {
            if (!documents.TryGetValue(ranked.Revision.Id, out var head))
                documents[ranked.Revision.Id] = head = new DocumentHead(ranked.Revision);
            foreach (var sentence in Sentences(ranked, head, best))
            {
                if (!places.Add((sentence.Revision.Id, sentence.Range.Start)) || !Quotable.Is(sentence))
                    continue;
                if (keys.TryAdd(Key(sentence), sentence))
                    read.Add(sentence);
                else if (keys[Key(sentence)] is var first && !first.SharesDocument(sentence) && !first.Copies.Exists(c => string.Equals(c.DocumentId, sentence.DocumentId, StringComparison.Ordinal)))
                    first.Copies.Add(sentence.Revision);
            }
        }

        return read;
    }

    private static IEnumerable<SentenceCandidate> Sentences(RankedPassage ranked, DocumentHead head, double best)
    {
        var offset = ranked.Passage.Range.Start;
        var text = ranked.Passage.Range.Of(ranked.Revision.Text);
        var terms = Analyser.Analyse(text, ranked.Revision.Metadata.Language);
        var at = 0;
        foreach (var range in SentenceSplitter.Split(text))
        {
            while (at < terms.Count && terms[at].Range.Start < range.Start)
                at++;
            var from = at;
            while (at < terms.Count && terms[at].Range.Start < range.End)
                at++;
            var whole = new TextRange(range.Start + offset, range.End + offset);
            yield return new SentenceCandidate(ranked.Passage, ranked.Revision, whole, [.. terms.Skip(from).Take(at - from)])
            {
                Index = head.IndexOf(whole.Start),
                PassageShare = best > 0 ? ranked.Score / best : 0,
                Title = head.Title,
                Day = head.Day,
            };
        }
    }

    private static string Key(SentenceCandidate sentence) =>
        sentence.Terms.Count < 3 ? sentence.Text : string.Join(' ', sentence.Terms.Take(SameTerms).Select(t => t.Value));

    /// <summary>What is read once per document: its title's terms and where its first sentences begin.</summary>
    private sealed class DocumentHead
    {
        private readonly List<int> _starts;

        public DocumentHead(Revision revision)
        {
            var text = revision.Text;
            var end = Math.Min(Head, text.Length);
            if (end < text.Length && char.IsLowSurrogate(text[end]))
                end--;
            _starts = [.. SentenceSplitter.Split(text[..end]).Select(r => r.Start)];
            Day = HeadTerms.Day(revision.Metadata);
            Title = HeadTerms.Title(revision.Metadata);
        }

        public HashSet<string> Day { get; }

        public HashSet<string> Title { get; }

        public int IndexOf(int start)
        {
            if (start >= Head)
                return start / CharactersPerSentence;
            var at = _starts.BinarySearch(start);
            return at >= 0 ? at : Math.Max(0, ~at - 1);
        }
    }
}
