namespace BriefingBot.Core.Evaluation.Sets;

/// <summary>A query and the grade of every document judged for it.</summary>
internal sealed record JudgedQuery(string Id, string Text, DateOnly? AskedOn, IReadOnlyDictionary<string, int> Grades);

/// <summary>A <c>retrieval</c> set: the queries that have at least one relevant document, as the field's tools count them.</summary>
internal sealed record RetrievalSet(Corpus Corpus, IReadOnlyList<JudgedQuery> Queries)
{
    public static RetrievalSet Read(string directory)
    {
        var judgements = RelevanceJudgements.Read(SetFile.In(directory, "qrels.tsv"));
        var file = SetFile.In(directory, "queries.jsonl");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queries = new List<JudgedQuery>();
        foreach (var row in JsonRow.ReadAll(file))
        {
            var query = new JudgedQuery(row.Id(), row.String("text"), row.Day("askedOn"), judgements.For(row.Id()));
            if (!seen.Add(query.Id))
                throw row.Fault($"the query \"{query.Id}\" stands twice");
            if (query.Grades.Values.Any(grade => grade > 0))
                queries.Add(query);
        }

        return queries.Count > 0
            ? new RetrievalSet(Corpus.In(directory), queries)
            : throw new LabelledSetException($"{file.Path}: no query has a relevant document in qrels.tsv. The ids in its first column must be those of the queries.");
    }
}
