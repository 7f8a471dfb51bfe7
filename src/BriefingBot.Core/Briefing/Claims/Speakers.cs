using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Who says what is said, as far as a name stands beside the verb.</summary>
internal static class Speakers
{
    private const int Before = 4;
    private const int Behind = 3;

    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "said", "says", "told", "added", "warned", "claimed", "claims", "stated", "announced", "insisted", "argued", "acknowledged", "admitted", "confirmed", "declared", "noted", "explained", "commented",
    };

    /// <summary>Capitalised words beside a verb of speech, or behind "according to"; empty where nobody is named.</summary>
    public static IReadOnlyList<StatedWord> Of(StatedText text)
    {
        var found = new List<StatedWord>();
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (Verbs.Contains(text.Words[i].Word))
            {
                if (!Take(text, i - 1, Math.Max(0, i - Before), -1, found))
                    Take(text, i + 1, Math.Min(text.Words.Count - 1, i + Behind), 1, found);
            }
            else if (text.Words[i].Word is "according" && i + 2 < text.Words.Count)
            {
                Take(text, i + 2, Math.Min(text.Words.Count - 1, i + 2 + Before), 1, found);
            }
        }

        return found;
    }

    private static bool Take(StatedText text, int from, int to, int step, List<StatedWord> found)
    {
        var any = false;
        for (var i = from; step > 0 ? i <= to : i >= to; i += step)
        {
            var word = text.Words[i];
            var named = char.IsUpper(text.Text[word.Start]) && !StopWords.Contains(word.Word) && text.Content.Contains(word.Value);
            if (named)
                found.Add(word);
            else if (any)
                break;
            any |= named;
        }

        return any;
    }
}
