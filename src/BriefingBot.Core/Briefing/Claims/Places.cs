using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>A place in a row said with the number behind or before: "week 5" and "the fifth week".</summary>
internal static class Places
{
    /// <summary>Whether the sentence gives the same thing the same place.</summary>
    public static bool Hold(NumberMention number, StatedText claim, StatedText sentence) =>
        Find(claim).Where(p => p.Number == number).ToList() is { Count: > 0 } ours
        && Find(sentence).Any(theirs => ours.Exists(p => p.Number.Value == theirs.Number.Value && string.Equals(p.Thing, theirs.Thing, StringComparison.Ordinal)));

    private static IEnumerable<(NumberMention Number, string Thing)> Find(StatedText text)
    {
        foreach (var number in text.Numbers)
        {
            var beside = number.Unit switch
            {
                NumberUnit.Ordinal => text.Words.Where(w => w.Start - number.Range.End is 1 or 2).Take(1).ToList(),
                NumberUnit.None => text.Words.Where(w => number.Range.Start - w.End is 1).Take(1).ToList(),
                _ => [],
            };
            if (beside is [var thing] && text.Content.Contains(thing.Value))
                yield return (number, thing.Value);
        }
    }
}
