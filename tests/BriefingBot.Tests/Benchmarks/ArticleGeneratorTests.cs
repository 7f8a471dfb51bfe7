using System.Text;
using BriefingBot.Benchmarks.Articles;

namespace BriefingBot.Tests.Benchmarks;

public sealed class ArticleGeneratorTests
{
    private static readonly ArticleGenerator Articles = new();

    [Fact]
    public void The_same_seed_and_number_give_the_same_file_in_any_order()
    {
        var later = ArticleFile.Content(Articles.Create(7));
        _ = Articles.Create(3);

        Assert.Equal(later, ArticleFile.Content(new ArticleGenerator().Create(7)));
        Assert.NotEqual(later, ArticleFile.Content(new ArticleGenerator(seed: 2).Create(7)), StringComparer.Ordinal);
    }

    [Fact]
    public void Lengths_are_around_four_kilobytes_with_a_long_tail()
    {
        var lengths = Enumerable.Range(0, 500).Select(number => Encoding.UTF8.GetByteCount(Articles.Create(number).Text)).Order().ToList();

        Assert.InRange(lengths.Average(), 3800, 4900);
        Assert.InRange(lengths[250], 3000, 4200);
        Assert.True(lengths[^1] > 3 * lengths[250]);
    }

    [Fact]
    public void Frequent_words_are_far_more_frequent_than_rare_ones()
    {
        var random = new Random(5);
        var ranks = Enumerable.Range(0, 20_000).Select(_ => Articles.Vocabulary.RankOf(Articles.Vocabulary.Draw(random))!.Value).ToList();

        Assert.InRange(ranks.Count(rank => rank == 0) / 20_000.0, 0.015, 0.045);
        Assert.InRange(ranks.Count(rank => rank >= 10_000) / 20_000.0, 0.10, 0.25);
    }

    [Fact]
    public void The_three_formats_are_mixed_and_only_web_pages_carry_furniture()
    {
        var files = Enumerable.Range(0, 10).Select(Articles.Create).Select(article => (Name: ArticleFile.Name(article), Content: ArticleFile.Content(article))).ToList();

        Assert.Equal((4, 4, 2), (files.Count(file => file.Name.EndsWith(".txt", StringComparison.Ordinal)), files.Count(file => file.Name.EndsWith(".html", StringComparison.Ordinal)), files.Count(file => file.Name.EndsWith(".md", StringComparison.Ordinal))));
        Assert.All(files.Where(file => file.Content.Contains("<nav>", StringComparison.Ordinal)), file => Assert.EndsWith(".html", file.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Questions_hold_two_rare_three_middling_and_two_common_words_of_one_article()
    {
        var questions = new QuestionGenerator(Articles, 50).Take(20).ToList();

        Assert.Equal(20, questions.Distinct(StringComparer.Ordinal).Count());
        Assert.All(questions, question =>
        {
            var ranks = question.TrimEnd('?').Split(' ').Select(Articles.Vocabulary.RankOf).OfType<int>().Where(rank => rank >= Articles.Vocabulary.FunctionWordCount).ToList();
            Assert.Equal((2, 3, 2), (ranks.Count(rank => rank >= 6000), ranks.Count(rank => rank is >= 600 and < 6000), ranks.Count(rank => rank < 600)));
        });
    }
}
