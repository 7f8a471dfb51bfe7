namespace BriefingBot.Core.Evaluation.Sets;

/// <summary>One text of a labelled set.</summary>
internal sealed record CorpusRow(string Id, string Title, string Text, DateOnly? PublishedOn, string? Publisher, string? Url);

/// <summary><c>corpus.jsonl[.gz]</c>, read as it is asked for: a corpus may be larger than memory.</summary>
internal sealed class Corpus(SetFile file)
{
    public static Corpus In(string directory) => new(SetFile.In(directory, "corpus.jsonl"));

    public IEnumerable<CorpusRow> Rows()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in JsonRow.ReadAll(file))
        {
            var id = row.Id();
            if (!seen.Add(id))
                throw row.Fault($"the document \"{id}\" stands twice");
            yield return new CorpusRow(
                id,
                row.OptionalString("title") ?? "",
                row.String("text"),
                row.Day("publishedOn"),
                row.OptionalString("publisher"),
                row.OptionalString("url"));
        }
    }
}
