using System.IO.Compression;
using System.Text;
using BriefingBot.Core.Evaluation;
using BriefingBot.Core.Evaluation.Sets;

namespace BriefingBot.Tests.Evaluation;

public sealed class LabelledSetTests : IDisposable
{
    private const string Ferry = """{"_id":"d1","title":"Ferry","text":"The ferry sails.","publishedOn":"2031-04-02","publisher":"Corran Mail","url":"https://corran.example/1"}""";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sets-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_corpus_may_be_gzipped_and_carry_metadata()
    {
        using (var gzip = new GZipStream(File.Create(PathOf("corpus.jsonl.gz")), CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(Ferry + "\n\n{\"_id\":7,\"text\":\"\"}\n"));

        var rows = Corpus.In(_folder.FullName).Rows().ToList();

        Assert.Equal(new CorpusRow("d1", "Ferry", "The ferry sails.", new DateOnly(2031, 4, 2), "Corran Mail", "https://corran.example/1"), rows[0]);
        Assert.Equal(new CorpusRow("7", "", "", null, null, null), rows[1]);
    }

    [Fact]
    public void Only_queries_with_a_relevant_document_are_asked_and_the_header_is_not_a_judgement()
    {
        Write("corpus.jsonl", Ferry);
        Write("queries.jsonl", """{"_id":"q1","text":"ferry","askedOn":"2031-05-01"}""", """{"_id":"q2","text":"unjudged"}""", """{"_id":"q3","text":"judged zero"}""");
        Write("qrels.tsv", "query-id\tcorpus-id\tscore", "q1\td1\t2", "q3\td1\t0", "q1\td1\t1");

        var set = RetrievalSet.Read(_folder.FullName);

        var query = Assert.Single(set.Queries);
        Assert.Equal(("q1", new DateOnly(2031, 5, 1)), (query.Id, query.AskedOn));
        Assert.Equal(2, query.Grades["d1"]);
    }

    [Theory]
    [InlineData("""{"_id":"d1","text":}""", "line 2", "not valid JSON")]
    [InlineData("""["d1"]""", "line 2", "not a JSON object")]
    [InlineData("""{"text":"x"}""", "line 2", "\"_id\"")]
    [InlineData("""{"_id":"d2"}""", "line 2", "\"text\"")]
    [InlineData("""{"_id":"d1","text":"x"}""", "line 2", "stands twice")]
    [InlineData("""{"_id":"d2","text":"x","publishedOn":"2 April"}""", "line 2", "YYYY-MM-DD")]
    public void A_bad_row_is_named_by_file_and_line(string row, string line, string problem)
    {
        Write("corpus.jsonl", Ferry, row);

        var fault = Assert.Throws<LabelledSetException>(() => Corpus.In(_folder.FullName).Rows().ToList());

        Assert.Contains("corpus.jsonl", fault.Message, StringComparison.Ordinal);
        Assert.Contains(line, fault.Message, StringComparison.Ordinal);
        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q1 d1 1", "separated by tabs")]
    [InlineData("q1\td1\tmuch", "whole number")]
    public void A_bad_judgement_is_named_by_file_and_line(string line, string problem)
    {
        Write("qrels.tsv", "query-id\tcorpus-id\tscore", line);

        var fault = Assert.Throws<LabelledSetException>(() => RelevanceJudgements.Read(SetFile.In(_folder.FullName, "qrels.tsv")));

        Assert.Contains("qrels.tsv, line 2", fault.Message, StringComparison.Ordinal);
        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"_id":"1","text":"who?","answerable":true,"answers":[]}""", "accepted answer")]
    [InlineData("""{"_id":"1","text":"who?"}""", "\"answerable\"")]
    [InlineData("""{"_id":"1","text":"who?","answerable":true,"answers":"Ada"}""", "list of strings")]
    public void A_bad_question_is_named_by_file_and_line(string row, string problem)
    {
        Write("corpus.jsonl", Ferry);
        Write("questions.jsonl", row);

        var fault = Assert.Throws<LabelledSetException>(() => AnswersSet.Read(_folder.FullName));

        Assert.Contains("questions.jsonl, line 1", fault.Message, StringComparison.Ordinal);
        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_gzip_and_text_that_is_not_utf8_are_named()
    {
        File.WriteAllText(PathOf("corpus.jsonl.gz"), "no gzip");
        Assert.Contains("gzip", Assert.Throws<LabelledSetException>(() => Corpus.In(_folder.FullName).Rows().ToList()).Message, StringComparison.Ordinal);

        File.WriteAllBytes(PathOf("corpus.jsonl"), [(byte)'{', 0xFF, 0xFE, (byte)'}']);
        Assert.Contains("UTF-8", Assert.Throws<LabelledSetException>(() => Corpus.In(_folder.FullName).Rows().ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_and_a_missing_file_are_named_with_the_remedy()
    {
        Assert.Contains("no such folder", Assert.Throws<LabelledSetException>(() => AnswersSet.Read(PathOf("nowhere"))).Message, StringComparison.Ordinal);
        Assert.Contains("questions.jsonl.gz", Assert.Throws<LabelledSetException>(() => AnswersSet.Read(_folder.FullName)).Message, StringComparison.Ordinal);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private void Write(string name, params string[] lines) => File.WriteAllLines(PathOf(name), lines);
}
