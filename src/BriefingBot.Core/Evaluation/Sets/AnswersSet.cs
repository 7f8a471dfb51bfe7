namespace BriefingBot.Core.Evaluation.Sets;

/// <summary>A question, the answers accepted for it and the documents that hold them.</summary>
internal sealed record LabelledQuestion(
    string Id, string Text, DateOnly? AskedOn, bool Answerable, IReadOnlyList<string> Answers, IReadOnlySet<string> Documents);

/// <summary>An <c>answers</c> set.</summary>
internal sealed record AnswersSet(Corpus Corpus, IReadOnlyList<LabelledQuestion> Questions)
{
    public static AnswersSet Read(string directory)
    {
        var file = SetFile.In(directory, "questions.jsonl");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var questions = new List<LabelledQuestion>();
        foreach (var row in JsonRow.ReadAll(file))
        {
            var question = Parse(row);
            if (!seen.Add(question.Id))
                throw row.Fault($"the question \"{question.Id}\" stands twice");
            questions.Add(question);
        }

        return questions.Count > 0
            ? new AnswersSet(Corpus.In(directory), questions)
            : throw new LabelledSetException($"{file.Path}: the file holds no question.");
    }

    private static LabelledQuestion Parse(JsonRow row)
    {
        var question = new LabelledQuestion(
            row.Id(),
            row.String("text"),
            row.Day("askedOn"),
            row.Boolean("answerable"),
            row.Strings("answers"),
            row.Strings("documents").ToHashSet(StringComparer.Ordinal));
        return question.Answerable && question.Answers.Count == 0
            ? throw row.Fault("an answerable question needs at least one accepted answer in \"answers\"")
            : question;
    }
}
