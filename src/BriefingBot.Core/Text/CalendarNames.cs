using System.Collections.Frozen;

namespace BriefingBot.Core.Text;

/// <summary>Months and weekdays by name: English with its abbreviations, and in full Spanish, French, German, Italian, Portuguese and Dutch.</summary>
internal static class CalendarNames
{
    private static readonly FrozenDictionary<string, int> Months = Number(
        "january jan enero janvier januar jänner gennaio janeiro januari",
        "february feb febrero février fevrier februar febbraio fevereiro februari",
        "march mar marzo mars märz março maart",
        "april apr abril avril aprile",
        "may mayo mai maggio maio mei",
        "june jun junio juin juni giugno junho",
        "july jul julio juillet juli luglio julho",
        "august aug agosto août aout augustus",
        "september sept sep septiembre septembre settembre setembro",
        "october oct octubre octobre oktober okt ottobre outubro",
        "november nov noviembre novembre",
        "december dec diciembre décembre decembre dezember dicembre dezembro");

    private static readonly FrozenDictionary<string, int> Weekdays = Number(
        "sunday domingo dimanche sonntag domenica zondag",
        "monday lunes lundi montag lunedì maandag",
        "tuesday martes mardi dienstag martedì dinsdag",
        "wednesday miércoles mercredi mittwoch mercoledì woensdag",
        "thursday jueves jeudi donnerstag giovedì donderdag",
        "friday viernes vendredi freitag venerdì vrijdag",
        "saturday sábado samedi samstag sabato zaterdag");

    /// <summary>Words of their own too ("sat", "sun"): weekdays only with a date beside them.</summary>
    private static readonly FrozenDictionary<string, int> ShortWeekdays = Number("sun", "mon", "tue tues", "wed", "thu thur thurs", "fri", "sat");

    /// <summary>1 to 12, or 0. French "mars" counts in lower case only, since Mars is a planet.</summary>
    public static int Month(ReadOnlySpan<char> word) => word is "Mars" ? 0 : Find(Months, word);

    public static DayOfWeek? Weekday(ReadOnlySpan<char> word) => Find(Weekdays, word) is > 0 and var day ? (DayOfWeek)(day - 1) : null;

    public static DayOfWeek? ShortWeekday(ReadOnlySpan<char> word) => Find(ShortWeekdays, word) is > 0 and var day ? (DayOfWeek)(day - 1) : null;

    /// <summary>Month names that are other words in lower case, or names of people.</summary>
    public static bool IsAmbiguous(ReadOnlySpan<char> word) => TextCursor.Is(word, "may") || TextCursor.Is(word, "march") || TextCursor.Is(word, "mar") || TextCursor.Is(word, "sep")
        || TextCursor.Is(word, "mai") || TextCursor.Is(word, "mei") || TextCursor.Is(word, "jan") || TextCursor.Is(word, "april") || TextCursor.Is(word, "june");

    private static int Find(FrozenDictionary<string, int> names, ReadOnlySpan<char> word) =>
        names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var number) ? number : 0;

    private static FrozenDictionary<string, int> Number(params string[] names) =>
        names.Index().SelectMany(line => line.Item.Split(' ').Select(name => (Name: name, Number: line.Index + 1)))
            .ToFrozenDictionary(pair => pair.Name, pair => pair.Number, StringComparer.OrdinalIgnoreCase);
}
