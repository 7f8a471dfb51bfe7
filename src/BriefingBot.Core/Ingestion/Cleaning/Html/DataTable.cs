namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>Tables of data, whose rows read as lines, against tables that only lay a page out.</summary>
internal static class DataTable
{
    private const int LongCell = 60;
    private const int LongestCell = 250;

    public static bool Is(PageTree tree, PageNode table)
    {
        int rows = 0, cells = 0, headers = 0;
        var isLong = false;
        foreach (var node in tree.Below(table))
        {
            switch (node.Name)
            {
                case "table" or "ul" or "ol" or "pre":
                case "td" or "th" when node.Words > LongestCell:
                    return false;
                case "p" when node.Parent is { Name: "td" } cell && cell.Words > LongCell / 2:
                    isLong = true;
                    break;
                case "tr":
                    rows++;
                    break;
                case "td" or "th":
                    cells++;
                    headers += node.Name is "th" ? 1 : 0;
                    isLong |= node.Words > LongCell;
                    break;
            }
        }

        // Who lays a page out with a table writes no header cells; a row of a list with headers may say much.
        return rows > 1 && cells > rows && (!isLong || headers > 1);
    }
}
