namespace BriefingBot.Benchmarks.Articles;

/// <summary>
/// Natural questions over generated articles: two rare, three middling and two common words of one article, in the frame of a sentence.
/// </summary>
internal sealed class QuestionGenerator(ArticleGenerator articles, int documents, int seed = 1)
{
    /// <summary>Ranks below are common, from <see cref="Rare"/> on rare, middling between.</summary>
    private const int Middling = 600;
    private const int Rare = 6000;

    private readonly Random _random = new(seed);

    public IEnumerable<string> Take(int count)
    {
        while (count > 0)
        {
            if (Try(articles.Create(_random.Next(documents))) is not { } question)
                continue;
            count--;
            yield return question;
        }
    }

    /// <summary>Null when the article is too short to hold such words.</summary>
    private string? Try(Article article)
    {
        var ranks = article.Text.Split([' ', '\n', ',', '.', '“', '”'], StringSplitOptions.RemoveEmptyEntries)
            .Select(articles.Vocabulary.RankOf)
            .OfType<int>()
            .Where(rank => rank >= articles.Vocabulary.FunctionWordCount)
            .Distinct()
            .ToArray();
        var rare = Draw(ranks, 2, rank => rank >= Rare);
        var middling = Draw(ranks, 3, rank => rank is >= Middling and < Rare);
        var common = Draw(ranks, 2, rank => rank < Middling);
        return rare.Length == 2 && middling.Length == 3 && common.Length == 2
            ? $"What did the {common[0]} {middling[0]} say about {rare[0]} and {middling[1]} when the {rare[1]} {common[1]} was {middling[2]}?"
            : null;
    }

    private string[] Draw(int[] ranks, int count, Func<int, bool> band)
    {
        var candidates = ranks.Where(band).ToArray();
        _random.Shuffle(candidates);
        return [.. candidates.Take(count).Select(rank => articles.Vocabulary[rank])];
    }
}
