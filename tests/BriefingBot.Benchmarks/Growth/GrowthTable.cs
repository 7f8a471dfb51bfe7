using System.Globalization;
using System.Text;

namespace BriefingBot.Benchmarks.Growth;

/// <summary>The figures of several sizes as a page of Markdown.</summary>
internal static class GrowthTable
{
    private static readonly (string Head, Func<BenchmarkReport, string> Cell)[] Columns =
    [
        ("passages", report => Whole(report["passages"])),
        ("a question, p50 (p95)", report => $"{Short(report["p50Ms"])} ms ({Short(report["p95Ms"])} ms)"),
        ("FTS5, p50 (p95)", report => $"{Short(report["baselineP50Ms"])} ms ({Short(report["baselineP95Ms"])} ms)"),
        ("times faster", report => Short(report["ratio"])),
        ("passages and documents", report => $"{Short(report["withDocumentsP50Ms"])} ms, {Short(report["withDocumentsRatio"])} times"),
        ("worst top ten", report => Short(report["worstTopTen"])),
        ("passages indexed a second, FTS5's", report => $"{Whole(report["passages"] / report["indexSeconds"])}, {Whole(report["passages"] / report["baselineIndexSeconds"])}"),
        ("memory idle, asked, building", report => $"{Whole(report["idleMb"])}, {Whole(report["askedMb"])}, {Whole(report["peakMb"])} MB"),
        ("library file, FTS5's", report => $"{Whole(report["fileMb"])}, {Whole(report["baselineFileMb"])} MB"),
    ];

    public static string Markdown(IReadOnlyList<BenchmarkReport> sizes, string machine)
    {
        var page = new StringBuilder(
            $"""
            # How it grows

            Our index beside plain FTS5 over the same terms, columns and weights, asked in turn by one process; {machine}.
            Written by `dotnet run -c Release --project tests/BriefingBot.Benchmarks -- growth --passages 1000000 --out docs`.
            The library's file holds the documents and their originals too; FTS5's holds its index of passages and documents alone.
            The time of indexing is that of storing, indexing, merging and committing, without reading and analysing the articles.

            ![Time of a question against the number of passages, both axes logarithmic](growth.svg)


            """);
        Row(page, Columns.Select(column => column.Head));
        Row(page, Columns.Select(_ => "---:"));
        foreach (var size in sizes) Row(page, Columns.Select(column => column.Cell(size)));
        return page.ToString();
    }

    private static void Row(StringBuilder page, IEnumerable<string> cells) => page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Whole(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Short(double value) => value.ToString(value < 10 ? "0.##" : "N0", CultureInfo.InvariantCulture);
}
