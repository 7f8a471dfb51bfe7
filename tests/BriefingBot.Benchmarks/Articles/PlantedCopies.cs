namespace BriefingBot.Benchmarks.Articles;

/// <summary>Generated articles, and copies of them as other publishers carry them: some words changed, furniture around, a paragraph cut.</summary>
internal sealed class PlantedCopies(int seed)
{
    private readonly ArticleGenerator generator = new(seed);
    private readonly Random random = new(seed);

    public string Original(int number) => generator.Create(number).Text;

    /// <summary>One word in ten changed, four lines of another page around, and of three paragraphs or more one cut.</summary>
    public string CopyOf(int number)
    {
        var paragraphs = generator.Create(number).Paragraphs.ToList();
        if (paragraphs.Count >= 3) paragraphs.RemoveAt(random.Next(paragraphs.Count));
        var other = generator.Create(number + 1_000_000).Text.Split(' ');
        var changed = paragraphs.Select(p => string.Join(' ', p.Split(' ').Select(word => random.Next(10) == 0 ? other[random.Next(other.Length)] : word)));
        return string.Join("\n\n", [Line(other), Line(other), .. changed, Line(other), Line(other)]);
    }

    private string Line(string[] words) => string.Join(' ', Enumerable.Range(0, 8).Select(_ => words[random.Next(words.Length)])) + ".";
}
