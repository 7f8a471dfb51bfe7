using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>A country and what is said of its people or things, where the two do not begin alike: "Ireland" and "Irish".</summary>
internal static class Demonyms
{
    private static readonly Dictionary<string, string[]> Of = new(StringComparer.Ordinal)
    {
        ["england"] = ["english"],
        ["scotland"] = ["scottish", "scots", "scot"],
        ["wales"] = ["welsh"],
        ["ireland"] = ["irish"],
        ["uk"] = ["british", "britain", "britons"],
        ["us"] = ["american", "americans", "america"],
        ["usa"] = ["american", "americans", "america"],
        ["britain"] = ["british", "briton", "britons"],
        ["france"] = ["french"],
        ["spain"] = ["spanish", "spaniard", "spaniards"],
        ["poland"] = ["polish", "pole", "poles"],
        ["netherlands"] = ["dutch"],
        ["holland"] = ["dutch"],
        ["denmark"] = ["danish", "dane", "danes"],
        ["sweden"] = ["swedish", "swede", "swedes"],
        ["finland"] = ["finnish", "finn", "finns"],
        ["norway"] = ["norwegian", "norwegians"],
        ["iceland"] = ["icelandic"],
        ["greece"] = ["greek", "greeks"],
        ["turkey"] = ["turkish", "turk", "turks"],
        ["switzerland"] = ["swiss"],
        ["cyprus"] = ["cypriot", "cypriots"],
        ["china"] = ["chinese"],
        ["thailand"] = ["thai", "thais"],
        ["philippines"] = ["filipino", "filipinos", "philippine"],
        ["peru"] = ["peruvian", "peruvians"],
        ["wallonia"] = ["walloon", "walloons"],
        ["flanders"] = ["flemish"],
        ["bavaria"] = ["bavarian", "bavarians"],
        ["europe"] = ["european", "europeans"],
    };

    /// <summary>Whether one is the country of the other; the pronoun "us" is none.</summary>
    public static bool Same(StatedWord a, StatedWord b) => IsOf(a, b) || IsOf(b, a);

    private static bool IsOf(StatedWord country, StatedWord word) =>
        Of.TryGetValue(country.Word, out var words) && words.Contains(word.Word, StringComparer.Ordinal) && (country.LooksSmall || !StopWords.Contains(country.Word));
}
