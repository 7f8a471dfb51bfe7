using System.IO.Compression;
using BriefingBot.Core.Evaluation;

namespace BriefingBot.Tests.Evaluation;

public sealed class ExtractEvaluationTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("extract").FullName;

    [Fact]
    public void Pages_are_measured_by_word_grams_and_fields()
    {
        Write("a", "<html><head><title>Ferries wait</title><meta name=author content='Ines Vaal'></head><body><nav>Home</nav><p>The ferries wait for the pilots, and the pilots wait.</p></body></html>");
        Write("b", "<html><body><p>Only this sentence is here, and no other.</p></body></html>", packed: true);
        Truth("""{"a":{"articleBody":"The ferries wait for the pilots, and the pilots wait.","title":" Ferries  wait","byline":"Adela Moreno"},"b":{"articleBody":"Quite another text stands in the truth."}}""");

        var result = ExtractEvaluation.Run(directory, CancellationToken.None);

        Assert.Equal(2, result.Metrics.Pages);
        Assert.Equal(0.5, result.Metrics.Precision, 6);
        Assert.Equal(0.5, result.Metrics.Recall, 6);
        Assert.Equal(0.5, result.Metrics.F1, 6);
        Assert.Equal(1, result.Metrics.TitleExact);
        Assert.Equal(0, result.Metrics.BylineExact);
        Assert.Null(result.Metrics.PublisherExact);
        Assert.Equal("a b", string.Join(" ", result.Items.Select(item => item.Id)));
        Assert.Null(result.Items[1].TitleExact);
    }

    [Fact]
    public void A_page_that_cannot_be_read_counts_as_empty_with_its_reason()
    {
        Write("a", "<nav><a href=/>Home</a></nav>");
        Truth("""{"a":{"articleBody":"A text of five words."}}""");
        var item = Assert.Single(ExtractEvaluation.Run(directory, CancellationToken.None).Items);
        Assert.Equal(0, item.F1);
        Assert.Contains("no article text", item.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b c d e", "a b c d e", 1, 1)]
    [InlineData("a b c d e f", "a b c d e x", 2 / 3.0, 2 / 3.0)]
    [InlineData("a b c d a b c d", "a b c d", 1, 1 / 5.0)]
    [InlineData("one two", "one, two!", 1, 1)]
    [InlineData("one two", "one", 0, 0)]
    [InlineData("", "", 1, 1)]
    [InlineData("one two", "", 0, 0)]
    [InlineData("", "one two", 0, 0)]
    public void Grams_are_a_multiset(string expected, string found, double precision, double recall)
    {
        var score = WordGrams.Compare(expected, found);
        Assert.Equal(precision, score.Precision, 6);
        Assert.Equal(recall, score.Recall, 6);
    }

    [Fact]
    public void A_folder_that_is_no_set_is_told_by_its_path()
    {
        Assert.Contains("ground-truth.json does not exist", Assert.Throws<InvalidDataException>(() => ExtractEvaluation.Run(directory, CancellationToken.None)).Message, StringComparison.Ordinal);
        Truth("[1]");
        Assert.Contains("is not the JSON of an extract set", Assert.Throws<InvalidDataException>(() => ExtractEvaluation.Run(directory, CancellationToken.None)).Message, StringComparison.Ordinal);
        Truth("""{"a":{"articleBody":"x"}}""");
        Assert.Contains("a.html[.gz] does not exist", Assert.Throws<InvalidDataException>(() => ExtractEvaluation.Run(directory, CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_labelled_pages_keep_their_figures()
    {
        var data = Environment.GetEnvironmentVariable("BRIEFINGBOT_DATA");
        Assert.SkipUnless(data is not null, "BRIEFINGBOT_DATA is not set: the labelled pages are not measured.");
        var metrics = ExtractEvaluation.Run(Path.Combine(data!, "extract-readability"), CancellationToken.None).Metrics;
        Assert.True(metrics.F1 >= 0.94, $"f1 is {metrics.F1:F3}");
        Assert.True(metrics.PublishedOnExact >= 0.95 && metrics.TitleExact >= 0.84 && metrics.PublisherExact >= 0.95, metrics.ToString());
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private void Truth(string json) => File.WriteAllText(Path.Combine(directory, "ground-truth.json"), json);

    private void Write(string id, string page, bool packed = false)
    {
        Directory.CreateDirectory(Path.Combine(directory, "html"));
        var path = Path.Combine(directory, "html", id + ".html");
        if (!packed)
        {
            File.WriteAllText(path, page);
            return;
        }

        using var stream = new GZipStream(File.Create(path + ".gz"), CompressionLevel.Fastest);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(page));
    }
}
