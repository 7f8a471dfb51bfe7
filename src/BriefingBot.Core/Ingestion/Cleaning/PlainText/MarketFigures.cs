namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>
/// Takes exchange rates, share tickers and index boxes: rows of short lines that are codes in capitals and quotations
/// (two decimals or more, a sign, a percentage). A table inside an article needs far more of that to be taken.
/// </summary>
internal static class MarketFigures
{
    private const string Rule = "market figures";
    private const int FewestLines = 6;
    private const int FewestLinesInside = 12;
    private const int MostWords = 9;

    private static readonly HashSet<string> Labels = new(
        "exchange rate|exchange rates|currency|currencies|currency rates|currency converter|stocks|stock|stock market|stock quotes|shares|share prices|markets|market|market data|market watch|indices|indexes|forex|forex rates|commodities|crypto|cryptocurrencies|quotes|live rates|bullion rates|rates".Split('|'),
        StringComparer.Ordinal);

    private enum Kind
    {
        None,
        Weak,
        Code,
        Quotation,
        Change,
    }

    public static void Apply(TextPage page)
    {
        var kept = page.Kept;
        var article = ArticleSpan.Of(kept);
        var from = 0;
        while (from < kept.Count)
        {
            var to = from;
            var counts = new int[5];
            while (to < kept.Count && KindOf(kept[to]) is var kind and not Kind.None)
            {
                counts[(int)kind]++;
                to++;
            }

            if (to > from && IsMarket(to - from, counts, !article.IsOutside(from))) Take(kept, from, to);
            from = Math.Max(to, from + 1);
        }
    }

    private static bool IsMarket(int lines, int[] counts, bool inside)
    {
        var codes = counts[(int)Kind.Code];
        var changes = counts[(int)Kind.Change];
        var strong = codes + changes + counts[(int)Kind.Quotation];
        if (lines < FewestLines) return lines >= 3 && changes == lines && !inside;
        return inside
            ? lines >= FewestLinesInside && strong * 10 >= lines * 7 && codes * 4 >= lines
            : strong * 10 >= lines * 4 && (codes * 5 >= lines || changes * 4 >= lines);
    }

    private static void Take(List<TextLine> kept, int from, int to)
    {
        if (from > 0 && Labels.Contains(kept[from - 1].Key)) from--;
        if (to < kept.Count && Labels.Contains(kept[to].Key)) to++;
        for (var i = from; i < to; i++) kept[i].Rule = Rule;
    }

    private static Kind KindOf(TextLine line)
    {
        if (line.Words > MostWords || line.Text.Length > 80) return Kind.None;
        int codes = 0, words = 0, plain = 0, quotations = 0, changes = 0;
        foreach (var range in line.Text.AsSpan().Split(' '))
        {
            var token = line.Text.AsSpan(range);
            if (token.Length == 0 || token is "•" or "·" or "-" or "–" or "|" or "▲" or "▼" or "↑" or "↓") continue;
            if (FigureToken.Read(token) is { } figure)
            {
                if (figure.IsChange) changes++;
                else if (figure.Decimals >= 2) quotations++;
                else plain++;
            }
            else if (IsCode(token)) codes++;
            else words++;
        }

        var figures = plain + quotations + changes;
        if (words == 0 && codes <= 2)
        {
            if (figures == 0) return codes == 1 ? Kind.Weak : Kind.None;
            if (codes > 0) return quotations + changes > 0 ? Kind.Code : Kind.Weak;
            return changes > 0 ? Kind.Change : quotations > 0 ? Kind.Quotation : Kind.Weak;
        }

        // "Delta 40 17,500.25 +120.50 (0.7%)": an index by its name.
        return words + codes <= 4 && changes > 0 && quotations + changes >= 2 ? Kind.Change : Kind.None;
    }

    private static bool IsCode(ReadOnlySpan<char> token)
    {
        if (token.Length is < 2 or > 9) return false;
        var letters = 0;
        foreach (var c in token)
        {
            if (char.IsAsciiLetterUpper(c)) letters++;
            else if (!char.IsAsciiDigit(c) && c is not ('/' or '.' or '-' or '^' or '=' or ':' or '&')) return false;
        }

        return letters >= 2;
    }
}
