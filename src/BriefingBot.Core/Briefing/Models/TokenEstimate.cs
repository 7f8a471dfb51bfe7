namespace BriefingBot.Core.Briefing.Models;

/// <summary>How many tokens a text takes, on the safe side; every model counts differently, and a budget needs no more.</summary>
internal static class TokenEstimate
{
    private const double LettersPerToken = 3.2;

    /// <summary>About a token per three letters of ASCII, and one for every other character.</summary>
    public static int Of(string text)
    {
        var others = 0;
        foreach (var c in text)
        {
            if (!char.IsAscii(c))
                others++;
        }

        return (int)Math.Ceiling(((text.Length - others) / LettersPerToken) + others) + 1;
    }
}
