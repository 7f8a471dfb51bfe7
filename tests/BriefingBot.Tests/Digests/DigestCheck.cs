using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Digests;

/// <summary>What must be so of every digest, whatever the test is about: each sentence is cited, and each citation is a range of the stored text.</summary>
internal static class DigestCheck
{
    /// <summary>The digest, after it was looked at.</summary>
    public static Digest Verified(this Digest digest, LibraryFile library)
    {
        List<AnswerSentence> sentences = [.. digest.Stories.SelectMany(story => story.Sentences), .. digest.Corrected];
        var citations = digest.Citations.ToDictionary(citation => citation.N);
        Assert.Equal(Enumerable.Range(1, digest.Citations.Count), digest.Citations.Select(citation => citation.N));
        Assert.Equal(citations.Keys.Order(), sentences.SelectMany(sentence => sentence.Citations).Distinct().Order());
        Assert.All(digest.Stories, story => Assert.InRange(story.Sentences.Count, 1, 4));
        foreach (var sentence in sentences)
        {
            Assert.NotEmpty(sentence.Citations);
            Assert.All(sentence.Citations, n => Assert.Contains($"[{n}]", sentence.Text, StringComparison.Ordinal));
            if (sentence.Kind == SentenceKind.Quote) Assert.Contains(citations[Assert.Single(sentence.Citations)].Quote, sentence.Text, StringComparison.Ordinal);
            else Assert.Equal(SentenceKind.Disagreement, sentence.Kind);
            Assert.Contains(sentence.Text, digest.Text, StringComparison.Ordinal);
        }

        library.Read(session =>
        {
            var documents = new DocumentStore(session);
            Assert.All(digest.Citations, citation =>
            {
                Assert.NotEmpty(citation.Quote);
                Assert.Equal(citation.Quote, documents.FindRevision(citation.DocumentId, citation.Revision)!.Text[citation.Start..citation.End]);
            });
            return 0;
        });
        var told = digest.Stories.SelectMany(story => story.Documents).ToHashSet(StringComparer.Ordinal);
        var inStories = digest.Stories.SelectMany(story => story.Sentences).SelectMany(sentence => sentence.Citations).ToHashSet();
        Assert.All(digest.Citations.Where(citation => inStories.Contains(citation.N)), citation => Assert.Contains(citation.DocumentId, told));
        Assert.DoesNotContain(digest.LeftOut, left => told.Contains(left.DocumentId));
        return digest;
    }

    /// <summary>Looks at every digest a library holds; how many there are.</summary>
    public static int All(LibraryFile library)
    {
        var ids = library.Read(session => new DigestStore(session).Made());
        foreach (var id in ids) library.Read(session => new StoredDigestStore(session).Find(id))!.Verified(library);
        return ids.Count;
    }
}
