using System.Globalization;
using System.Text;

namespace BriefingBot.Benchmarks.Growth;

/// <summary>Time of a question against the number of passages, both axes logarithmic, as an SVG that reads on light and dark pages.</summary>
internal static class GrowthPlot
{
    private const int Width = 720;
    private const int Height = 420;
    private const int Left = 70;
    private const int Right = 190;
    private const int Top = 20;
    private const int Bottom = 50;
    private const int LineHeight = 15;

    private static readonly (string Name, string Label, string Colour)[] Lines =
    [
        ("baselineP95Ms", "FTS5, p95", "#e0a08a"),
        ("baselineP50Ms", "FTS5, p50", "#c8553d"),
        ("p95Ms", "BriefingBot, p95", "#7fb3d5"),
        ("p50Ms", "BriefingBot, p50", "#2a7ab9"),
    ];

    public static string Svg(IReadOnlyList<BenchmarkReport> sizes)
    {
        var values = sizes.SelectMany(size => Lines.Select(line => size[line.Name])).ToList();
        var x = new LogAxis(sizes.Min(size => size["passages"]), sizes.Max(size => size["passages"]), Left, Width - Right);
        var y = new LogAxis(values.Min(), values.Max(), Height - Bottom, Top);
        var svg = new StringBuilder(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" role="img" aria-label="Time of a question against the number of passages" font-family="sans-serif" font-size="13" fill="#777">

            """);
        foreach (var decade in x.Decades) Grid(svg, x.At(decade), Top, x.At(decade), Height - Bottom, x.At(decade), Height - Bottom + 20, "middle", Name(decade));
        foreach (var decade in y.Decades) Grid(svg, Left, y.At(decade), Width - Right, y.At(decade), Left - 8, y.At(decade) + 4, "end", decade < 1_000 ? Name(decade) + " ms" : Name(decade / 1_000) + " s");
        Text(svg, (Left + Width - Right) / 2.0, Height - 10, "middle", "passages", "#777");
        var below = 0.0;
        foreach (var (name, label, colour) in Lines.OrderBy(line => y.At(sizes[^1][line.Name])))
        {
            Line(svg, sizes, x, y, name, colour);
            // Lines that end close to each other would have their names on top of each other.
            below = Math.Max(below, y.At(sizes[^1][name]) + 4);
            Text(svg, Width - Right + 10, below, "start", label, colour);
            below += LineHeight;
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Line(StringBuilder svg, IReadOnlyList<BenchmarkReport> sizes, LogAxis x, LogAxis y, string name, string colour)
    {
        var points = sizes.Select(size => (X: x.At(size["passages"]), Y: y.At(size[name]))).ToList();
        svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"")
            .AppendJoin(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}"))).Append("\"/>\n");
        foreach (var (px, py) in points) svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{px:0.#}\" cy=\"{py:0.#}\" r=\"3\" fill=\"{colour}\"/>\n");
    }

    private static void Grid(StringBuilder svg, double x1, double y1, double x2, double y2, double tx, double ty, string anchor, string text)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"#888\" stroke-opacity=\".35\"/>\n");
        Text(svg, tx, ty, anchor, text, "#777");
    }

    private static void Text(StringBuilder svg, double x, double y, string anchor, string text, string colour) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" fill=\"{colour}\">{text}</text>\n");

    private static string Name(double value) => value switch
    {
        >= 1_000_000 => (value / 1_000_000).ToString("0.#", CultureInfo.InvariantCulture) + " M",
        >= 1_000 => (value / 1_000).ToString("0.#", CultureInfo.InvariantCulture) + " k",
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };

    /// <summary>Places values between two ends of the picture by their logarithm; its range is made of whole decades.</summary>
    private sealed class LogAxis(double least, double most, double from, double to)
    {
        private readonly double _low = Math.Floor(Math.Log10(least));
        private readonly double _high = Math.Max(Math.Ceiling(Math.Log10(most)), Math.Floor(Math.Log10(least)) + 1);

        public IEnumerable<double> Decades => Enumerable.Range(0, (int)(_high - _low) + 1).Select(step => Math.Pow(10, _low + step));

        public double At(double value) => from + ((to - from) * (Math.Log10(value) - _low) / (_high - _low));
    }
}
