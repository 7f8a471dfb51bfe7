namespace BriefingBot.Core.Text;

/// <summary>What a number counts.</summary>
public enum NumberUnit
{
    /// <summary>Things, or nothing said.</summary>
    None,

    /// <summary>Hundredths: "20 %", "20 percent", "20 per cent". The value is the figure written, 20.</summary>
    Percent,

    /// <summary>Money; <see cref="NumberMention.Currency"/> names which.</summary>
    Currency,

    /// <summary>A place in a row: "11th", "third".</summary>
    Ordinal,
}

/// <summary>A number in normal form: "$10m" is 10,000,000 in USD, "twenty-one" is 21, "a hundred and forty" is 140.</summary>
/// <param name="Range">Where it is written, with sign, magnitude, percent sign and currency.</param>
/// <param name="Value">The value, magnitudes multiplied out.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Currency">ISO 4217 code; null where <paramref name="Unit"/> is not <see cref="NumberUnit.Currency"/>.</param>
public sealed record NumberMention(TextRange Range, decimal Value, NumberUnit Unit, string? Currency);

/// <summary>
/// Finds numbers in figures and in English words. Years and the figures of dates are numbers too; digits inside names (AK-47, G20, COVID-19) are not.
/// A bare "one" counts only before the thing it counts, since it is a pronoun as often.
/// </summary>
public static class NumberMentions
{
    /// <summary>Numbers in text order; they do not overlap.</summary>
    public static IReadOnlyList<NumberMention> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mentions = new List<NumberMention>();
        var at = 0;
        while (at < text.Length)
        {
            if (!CharClasses.IsWordPart(text[at]))
            {
                at++;
                continue;
            }

            // A figure may stand right behind a Chinese character, a currency or its code (Rs500).
            var end = TextCursor.WordEnd(text, at);
            var number = char.IsAsciiDigit(text[at]) ? FigureReader.Read(text, at) : Prefixed(text, at, end) ?? NumberWords.Read(text, at, end);
            if (number is { } found)
            {
                mentions.Add(NumberSuffixes.Complete(text, found, mentions.Count > 0 ? mentions[^1].Range.End : 0));
                at = mentions[^1].Range.End;
            }
            else
            {
                at = end;
            }
        }

        return mentions;
    }

    private static WrittenNumber? Prefixed(string text, int at, int end)
    {
        var letters = TextCursor.LettersEnd(text, at);
        return letters < end && char.IsAsciiDigit(text[letters]) && Currencies.Code(text.AsSpan(at, letters - at)) is not null ? FigureReader.Read(text, letters) : null;
    }
}

/// <summary>A number before anything that stands around it is looked at.</summary>
internal readonly record struct WrittenNumber(int Start, int End, decimal Value, bool IsOrdinal, bool IsWords);
