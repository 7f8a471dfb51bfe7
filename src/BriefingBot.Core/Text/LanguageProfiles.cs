using System.Numerics;

namespace BriefingBot.Core.Text;

/// <summary>Tells languages in Latin letters apart by their commonest small words, question words among them, and letters few others write.</summary>
internal static class LanguageProfiles
{
    private const int LongestWord = 16;

    /// <summary>A letter peculiar to few languages says about as much as half a small word.</summary>
    private const double LetterWeight = 0.5;

    /// <summary>How far the best has to be ahead of the second.</summary>
    private const double Lead = 1.25;

    private static readonly (string Language, string Words, string Letters)[] Profiles =
    [
        ("en", "the of and to in is was for that with on as by at from are were be it this which or an has have had not but his her their they he she we you i who what when where why how does did do will would been said after about into "
            + "than there can could its my your tell me many much any all between", ""),
        ("es", "el la los las de del que y en un una es se por con para no al lo como más mas pero su sus fue son está este esta entre cuando muy sobre también hasta hay desde qué quién cuándo dónde cómo cuál cuánto cuántos quien donde "
            + "cual ha han sido ser según contra año años", "ñ¿¡íóá"),
        ("fr", "le la les de des du et en un une est que qui dans pour pas sur au aux avec ce cette ces il elle ils nous vous je sont été par plus ne se sa son ses leur mais ou où comme quel quelle quels quand pourquoi comment combien "
            + "quoi a ont être selon après entre d l qu c n s y", "èêçœùâëû"),
        ("de", "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine einer einen als auch es an werden aus er hat dass sie nach wird bei am um sind noch wie war wurde wurden über vor zur zum wer was wann wo warum "
            + "welche welcher wieviel viele haben ich wir oder aber durch gegen", "ßäöü"),
        ("pt", "o a os as de do da dos das que e em um uma é não se por com para no na nos nas ao mais como mas foi são seu sua ou quando muito também já entre até pelo pela há quem onde qual quais quanto quantos está ser tem sobre segundo "
            + "depois contra anos isso ele ela", "ãõçâê"),
        ("it", "il lo la i gli le di del della dei delle che e in un una è per con non si al alla da dal nel nella sono come più anche ma ha hanno stato sul sulla chi quando dove perché cosa quale quali quanto quanti ed o suo sua essere "
            + "dopo contro anni tra questo questa dell nell", "ìòàùè"),
        ("nl", "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij door over uit naar worden werd wordt heeft hebben had nog wel geen die deze dit ze hij wie wat waar wanneer waarom hoe welke hoeveel tot "
            + "tegen jaar na onder", "ĳ"),
        ("sv", "och att det som en på är av för med den till inte har de ett om var jag men ni vi kan ska från eller vid efter också hur när vad vem varför vilken där hade blev", "åäö"),
        ("pl", "i w na z do nie się że jest to o jak po co ale od za przez przy dla był była kto gdzie kiedy dlaczego czy jego oraz lub są który która które tym", "ąęłńśźż"),
        ("tr", "ve bir bu için ile da de olarak olan çok daha en ne kim nerede nasıl neden hangi kaç var yok değil gibi sonra kadar ancak göre mi mı", "ğışç"),
        ("id", "yang dan di dengan untuk dari pada ini itu tidak akan dalam adalah ke oleh juga telah apa siapa kapan mana mengapa bagaimana berapa atau karena sebagai", ""),
    ];

    private static readonly ProfileWords Words = new(WeighWords());

    /// <summary>The languages whose letter it is, each a bit; none of the letters is ASCII.</summary>
    private static readonly Dictionary<char, int> Letters = Profiles.Index()
        .SelectMany(profile => profile.Item.Letters.Select(letter => (Letter: letter, Bit: 1 << profile.Index)))
        .GroupBy(pair => pair.Letter, pair => pair.Bit).ToDictionary(group => group.Key, group => group.Aggregate((a, b) => a | b));

    public static string? Detect(ReadOnlySpan<char> text)
    {
        Span<double> scores = stackalloc double[Profiles.Length];
        var words = ScoreWords(text, scores);
        ScoreLetters(text, scores);
        var (best, second) = (0, -1);
        for (var index = 1; index < scores.Length; index++)
        {
            if (scores[index] > scores[best])
            {
                (best, second) = (index, best);
            }
            else if (second < 0 || scores[index] > scores[second])
            {
                second = index;
            }
        }

        // A long text in a listed language is full of its small words; one with hardly any is in another.
        var enough = Math.Max(0.9, 0.06 * words);
        return scores[best] >= enough && scores[best] >= Lead * scores[second] ? Profiles[best].Language : null;
    }

    private static int ScoreWords(ReadOnlySpan<char> text, Span<double> scores)
    {
        Span<char> word = stackalloc char[LongestWord];
        var (words, length, hash) = (0, 0, Fnv.Basis32);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && CharClasses.IsLetter(text[at]))
            {
                if (length < LongestWord)
                {
                    word[length] = char.ToLowerInvariant(text[at]);
                    hash = Fnv.With(hash, word[length]);
                }

                length++;
                continue;
            }

            if (length > 0)
            {
                words++;
                foreach (var (language, weight) in length <= LongestWord ? Words.Of(word[..length], hash) : [])
                {
                    scores[language] += weight;
                }
            }

            (length, hash) = (0, Fnv.Basis32);
        }

        return words;
    }

    private static void ScoreLetters(ReadOnlySpan<char> text, Span<double> scores)
    {
        for (var rest = text; rest.IndexOfAnyExceptInRange('\0', '\x7F') is >= 0 and var at; rest = rest[(at + 1)..])
        {
            if (!Letters.TryGetValue(rest[at], out var languages))
            {
                continue;
            }

            for (; languages != 0; languages &= languages - 1)
            {
                scores[BitOperations.TrailingZeroCount(languages)] += LetterWeight;
            }
        }
    }

    /// <summary>A word several languages share says less for each.</summary>
    private static Dictionary<string, (int Language, double Weight)[]> WeighWords() =>
        Profiles.Index()
            .SelectMany(profile => profile.Item.Words.Split(' ').Distinct(StringComparer.Ordinal).Select(word => (Word: word, Language: profile.Index)))
            .GroupBy(pair => pair.Word, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(pair => (pair.Language, 1.0 / group.Count())).ToArray(), StringComparer.Ordinal);
}
