namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>A number as tickers write it: "1,032.52", "-0.52%", "(+0.9%)", "$43,000.10".</summary>
/// <param name="Decimals">Digits after the last separator of a number that has one.</param>
/// <param name="IsChange">It has a sign or is a percentage.</param>
internal readonly record struct FigureToken(int Decimals, bool IsChange)
{
    public static FigureToken? Read(ReadOnlySpan<char> token)
    {
        var core = token.Trim("()[]▲▼↑↓");
        var signed = core.Length > 0 && core[0] is '+' or '-' or '−';
        if (signed) core = core[1..];
        core = core.TrimStart("$€£¥₹").TrimEnd("$€£¥₹");
        var percent = core.Length > 0 && core[^1] == '%';
        if (percent) core = core[..^1];
        if (core.Length is 0 or > 18 || !char.IsAsciiDigit(core[0]) || !char.IsAsciiDigit(core[^1])) return null;
        foreach (var c in core)
        {
            if (!char.IsAsciiDigit(c) && c is not ('.' or ',')) return null;
        }

        var point = core.LastIndexOfAny('.', ',');
        var decimals = point < 0 || (core[point] == ',' && core.Length - point - 1 == 3) ? 0 : core.Length - point - 1;
        return new FigureToken(decimals, signed || percent);
    }
}
