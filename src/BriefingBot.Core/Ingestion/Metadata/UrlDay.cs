namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>The day in an address: <c>/2022/02/11/</c>, <c>/2022-02-11</c>, <c>/2022/feb/11/</c>, <c>/20220211/</c>. The weakest source there is.</summary>
internal static class UrlDay
{
    public static DateOnly? Find(string? url)
    {
        if (url is null || url.Length > 4096 || !Uri.TryCreate(url, UriKind.Absolute, out var address))
            return null;
        var pieces = address.AbsolutePath.Split(['/', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i + 2 < pieces.Length && pieces[i].Length == 4 && Of(pieces[i], pieces[i + 1], pieces[i + 2]) is { } day)
                return day;
            if (pieces[i].Length == 8 && Of(pieces[i][..4], pieces[i][4..6], pieces[i][6..]) is { } tight)
                return tight;
        }

        return null;
    }

    private static DateOnly? Of(string year, string month, string day)
    {
        if (month.Length > 3 || day.Length > 2 || !int.TryParse(year, out var y) || y is < 1990 or > 2100 || !int.TryParse(day, out var d))
            return null;
        var m = int.TryParse(month, out var number) ? number : WrittenDay.Month(month);
        return WrittenDay.OnCalendar(y, m, d);
    }
}
