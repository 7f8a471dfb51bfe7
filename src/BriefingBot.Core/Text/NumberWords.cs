using System.Collections.Frozen;

namespace BriefingBot.Core.Text;

/// <summary>Reads an English number in words: "twenty-one", "a hundred and forty", "three million", "eleventh", "a dozen".</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Cardinals = Values(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 0, 1,
        "twenty thirty forty fifty sixty seventy eighty ninety");

    private static readonly FrozenDictionary<string, int> Ordinals = Values(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 0, 1,
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth");

    private static readonly FrozenSet<string> NotCountedByOne = "of another or and who that the which can could might may is was has had would will should by in on to at with for as day thing".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> BeforePronoun = "no the this that each every any only another which big last next".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> BeforeSecondPlace = "the a his her its their our my every each".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="text">The text.</param>
    /// <param name="start">Where a word begins.</param>
    /// <param name="end">Where it ends.</param>
    public static WrittenNumber? Read(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        if (Find(Ordinals, word) is { } ordinal)
        {
            return ordinal == 2 && !IsSecondPlace(text, start, end) ? null
                : new WrittenNumber(start, end, ordinal, IsOrdinal: true, IsWords: true);
        }

        if (word is "a" or "A" or "an" or "An" or "half" or "Half")
        {
            // "a hundred", "half a million"
            var article = word[0] is 'h' or 'H' && Following(text, end, out var past) is "a" ? past : end;
            return Magnitudes.Of(Following(text, article, out var close)) is > 0 and var factor && close - article > 4
                ? word.Length == 4 ? new WrittenNumber(start, close, factor / 2, IsOrdinal: false, IsWords: true) : Rest(text, start, end, 1)
                : null;
        }

        if (Find(Cardinals, word) is not { } value)
        {
            return null;
        }

        var number = Tens(text, start, end, value);
        return number is { Value: 1, IsOrdinal: false } && number.End == end && IsPronoun(text, start, end) ? null : number;
    }

    /// <summary>"twenty-one", "twenty first", and what multiplies it.</summary>
    private static WrittenNumber Tens(string text, int start, int end, int value)
    {
        if (value >= 20 && Following(text, end, out var nextEnd) is var unit)
        {
            if (Find(Cardinals, unit) is >= 1 and < 10 and var cardinal)
            {
                return Rest(text, start, nextEnd, value + cardinal);
            }

            if (Find(Ordinals, unit) is >= 1 and < 10 and var ordinal)
            {
                return new WrittenNumber(start, nextEnd, value + ordinal, IsOrdinal: true, IsWords: true);
            }
        }

        return Rest(text, start, end, value);
    }

    /// <summary>Magnitudes and what is added to them: total grows at each thousand and above, the rest below it.</summary>
    private static WrittenNumber Rest(string text, int start, int end, int first)
    {
        decimal total = 0, current = first;
        var lowest = decimal.MaxValue;
        while (true)
        {
            var factor = Magnitudes.Of(Following(text, end, out var nextEnd));
            if (factor is 0 || factor >= lowest || current is 0 || (factor <= 100 && current >= 100))
            {
                break;
            }

            end = nextEnd;
            current *= factor;
            if (factor > 100)
            {
                (total, current, lowest) = (total + current, 0, factor);
            }

            if (factor != 12)
            {
                Add(text, ref end, ref current);
            }
        }

        return new WrittenNumber(start, end, total + current, IsOrdinal: false, IsWords: true);
    }

    /// <summary>"and forty", "five" after a magnitude.</summary>
    private static void Add(string text, ref int end, ref decimal current)
    {
        var word = Following(text, end, out var wordEnd);
        var joined = TextCursor.Is(word, "and");
        word = joined ? Following(text, wordEnd, out wordEnd) : word;
        if (Find(Cardinals, word) is not { } value || value == 0)
        {
            return;
        }

        (end, current) = (wordEnd, current + value);
        if (value >= 20 && Find(Cardinals, Following(text, end, out var unitEnd)) is >= 1 and < 10 and var unit)
        {
            (end, current) = (unitEnd, current + unit);
        }
    }

    private static ReadOnlySpan<char> Following(string text, int at, out int end)
    {
        var next = at < text.Length && text[at] is '-' or '\u2011' ? at + 1 : TextCursor.Gap(text, at);
        end = next == at ? at : TextCursor.WordEnd(text, next);
        return text.AsSpan(next, end - next);
    }

    /// <summary>"the second attack", but not "a second" of time.</summary>
    private static bool IsSecondPlace(string text, int start, int end) =>
        BeforeSecondPlace.GetAlternateLookup<ReadOnlySpan<char>>().Contains(TextCursor.WordBefore(text, start)) && !Following(text, end, out _).IsEmpty;

    private static bool IsPronoun(string text, int start, int end)
    {
        var next = Following(text, end, out _);
        return next.IsEmpty || !char.IsLower(next[0]) || NotCountedByOne.GetAlternateLookup<ReadOnlySpan<char>>().Contains(next)
            || BeforePronoun.GetAlternateLookup<ReadOnlySpan<char>>().Contains(TextCursor.WordBefore(text, start));
    }

    private static int? Find(FrozenDictionary<string, int> words, ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var value) ? value : null;

    private static FrozenDictionary<string, int> Values(string units, int first, int step, string tens) =>
        units.Split(' ').Index().Select(unit => (Word: unit.Item, Value: first + (unit.Index * step)))
            .Concat(tens.Split(' ').Index().Select(ten => (Word: ten.Item, Value: 20 + (ten.Index * 10))))
            .ToFrozenDictionary(pair => pair.Word, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
}
