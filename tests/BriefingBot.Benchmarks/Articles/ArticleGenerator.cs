using System.Globalization;
using System.Text;

namespace BriefingBot.Benchmarks.Articles;

/// <summary>
/// Articles from a seed: the same seed and number give the same article, in any order and on any machine. Lengths are log-normal
/// with a mean of about 4 KB; people, places, publishers and events are invented.
/// </summary>
internal sealed class ArticleGenerator
{
    private const double MeanLength = 4096;
    private const double Sigma = 0.6;
    private const int MinLength = 400;
    private const int MaxLength = 60_000;

    private static readonly string[] FirstNames = ["Orla", "Tamsin", "Bero", "Ilka", "Joran", "Mirel", "Pavo", "Senna", "Ugo", "Wenda"];
    private static readonly string[] Titles = ["Ms", "Mr", "Dr.", "Gen.", "Minister"];
    private readonly int _seed;
    private readonly string[] _surnames;
    private readonly string[] _places;
    private readonly string[] _publishers;

    public ArticleGenerator(int seed = 1)
    {
        _seed = seed;
        Vocabulary = new Vocabulary(seed);
        var random = new Random(unchecked((seed * 31) + 7));
        _surnames = Names(random, 1500);
        _places = Names(random, 400);
        _publishers = [.. Names(random, 12).Select((name, i) => name + (i % 3) switch { 0 => " Courier", 1 => " Mail", _ => " Gazette" })];
    }

    public Vocabulary Vocabulary { get; }

    public Article Create(int number)
    {
        var random = new Random(unchecked((_seed * 1_000_003) + number));
        var length = TargetLength(random);
        var paragraphs = new List<string>();
        for (var written = 0; written < length;)
        {
            var paragraph = Paragraph(random, 2 + random.Next(4), length - written);
            paragraphs.Add(paragraph);
            written += paragraph.Length + 2;
        }

        return new Article(
            number,
            Sentence(random, 5 + random.Next(5)).TrimEnd('.', '?'),
            Of(_publishers, random),
            Person(random),
            new DateOnly(2029, 1, 1).AddDays(random.Next(900)),
            paragraphs);
    }

    private static int TargetLength(Random random)
    {
        // Box and Muller: a normal deviate from two uniform ones.
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return (int)Math.Clamp(MeanLength * Math.Exp((Sigma * normal) - (Sigma * Sigma / 2)), MinLength, MaxLength);
    }

    private string Paragraph(Random random, int sentences, int length)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sentences && text.Length < length; i++)
        {
            if (i > 0)
                text.Append(' ');
            text.Append(random.Next(12) == 0 ? Quoted(random) : Sentence(random, 7 + random.Next(22)));
        }

        return text.ToString();
    }

    private string Quoted(Random random) => $"“{Sentence(random, 8 + random.Next(10))}” {Of(Titles, random)} {Of(_surnames, random)} said.";

    private string Sentence(Random random, int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            var word = Word(random);
            text.Append(i == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word);
            text.Append(i == words - 1 ? "." : i > 2 && i < words - 3 && random.Next(14) == 0 ? ", " : " ");
        }

        return text.ToString();
    }

    private string Word(Random random) => random.Next(100) switch
    {
        < 3 => Person(random),
        < 7 => Of(_places, random),
        < 8 => random.Next(2, 90_000).ToString("N0", CultureInfo.InvariantCulture),
        < 9 => new DateOnly(2029, 1, 1).AddDays(random.Next(900)).ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        _ => Vocabulary.Draw(random),
    };

    private string Person(Random random) => $"{Of(FirstNames, random)} {Of(_surnames, random)}";

    private static string[] Names(Random random, int count)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (names.Count < count)
            names.Add(Vocabulary.Name(random));
        return [.. names];
    }

    private static string Of(string[] items, Random random) => items[random.Next(items.Length)];
}
