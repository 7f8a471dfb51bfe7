namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>Tables of data, whose rows read as lines, against tables that only lay a page out.</summary>
internal static class DataTable
{
    private const int LongCell = 60;

    public static bool Is(PageTree tree, PageNode table)
    {
        int rows = 0, cells = 0;
        foreach (var node in tree.Below(table))
        {
            switch (node.Name)
            {
                case "table" or "ul" or "ol" or "pre":
                case "td" or "th" when node.Words > LongCell:
                case "p" when node.Parent is { Name: "td" } cell && cell.Words > LongCell / 2:
                    return false;
                case "tr":
                    rows++;
                    break;
                case "td" or "th":
                    cells++;
                    break;
            }
        }

        return rows > 1 && cells > rows;
    }
}
