using System.Runtime.InteropServices;
using System.Text;

namespace BriefingBot.Core.Text;

/// <summary>
/// Normalization Form C (UAX #15). The runtime's string.Normalize returns its input unchanged under invariant globalization,
/// which the product runs with so that it needs no ICU; hence one of our own. Linear in the text, also for a million combining marks in a row.
/// </summary>
internal static class CanonicalComposition
{
    private const int SmallRun = 16;

    /// <summary>Every character below this is composed and combines with nothing before it.</summary>
    private const char FirstCombining = '\u0300';

    /// <param name="text">Well-formed UTF-16: no lone surrogates.</param>
    public static string Compose(string text)
    {
        var next = NextAttention(text, 0);
        if (next < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var segment = new List<int>();
        var copied = 0;
        while (next >= 0)
        {
            var start = Math.Max(copied, StepBack(text, next));
            var end = SegmentEnd(text, next);
            result.Append(text, copied, start - copied);
            ComposeSegment(text.AsSpan(start, end - start), segment, result);
            copied = end;
            next = NextAttention(text, end);
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Whether nothing in the text calls for a look; <see cref="Compose"/> leaves it then as it is.</summary>
    /// <param name="text">Well-formed UTF-16: no lone surrogates.</param>
    public static bool IsPlain(ReadOnlySpan<char> text) => NextAttention(text, 0) < 0;

    private static int NextAttention(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length)
        {
            var step = text[from..].IndexOfAnyExceptInRange('\0', (char)(FirstCombining - 1));
            if (step < 0)
            {
                return -1;
            }

            from += step;
            if (NeedsAttention(text, from))
            {
                return from;
            }

            from += char.IsHighSurrogate(text[from]) ? 2 : 1;
        }

        return -1;
    }

    private static bool NeedsAttention(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at])
            ? CanonicalData.NeedsAttention(char.ConvertToUtf32(text[at], text[at + 1]))
            : CanonicalData.NeedsAttention(text[at]);

    private static int StepBack(string text, int at) => at - (at > 1 && char.IsLowSurrogate(text[at - 1]) ? 2 : 1);

    private static int SegmentEnd(string text, int at)
    {
        while (at < text.Length && NeedsAttention(text, at))
        {
            at += char.IsHighSurrogate(text[at]) ? 2 : 1;
        }

        return at;
    }

    private static void ComposeSegment(ReadOnlySpan<char> text, List<int> points, StringBuilder result)
    {
        points.Clear();
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, points);
        }

        Order(CollectionsMarshal.AsSpan(points));
        var count = Recompose(CollectionsMarshal.AsSpan(points));
        Span<char> buffer = stackalloc char[2];
        foreach (var point in CollectionsMarshal.AsSpan(points)[..count])
        {
            result.Append(buffer[..new Rune(point).EncodeToUtf16(buffer)]);
        }
    }

    private static void Decompose(int point, List<int> points)
    {
        if (!CanonicalData.TryDecompose(point, out var first, out var second))
        {
            points.Add(point);
            return;
        }

        Decompose(first, points);
        if (second != 0)
        {
            Decompose(second, points);
        }
    }

    /// <summary>The canonical ordering: every run of marks stably by combining class.</summary>
    private static void Order(Span<int> points)
    {
        var start = 0;
        while (start < points.Length)
        {
            var end = start;
            while (end < points.Length && CanonicalData.CombiningClass(points[end]) != 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                OrderRun(points[start..end]);
            }

            start = end + 1;
        }
    }

    private static void OrderRun(Span<int> run)
    {
        if (run.Length > SmallRun)
        {
            // OrderBy is stable, and no hostile run makes it quadratic.
            run.ToArray().OrderBy(CanonicalData.CombiningClass).ToArray().CopyTo(run);
            return;
        }

        for (var index = 1; index < run.Length; index++)
        {
            var point = run[index];
            var at = index;
            while (at > 0 && CanonicalData.CombiningClass(run[at - 1]) > CanonicalData.CombiningClass(point))
            {
                run[at] = run[at - 1];
                at--;
            }

            run[at] = point;
        }
    }

    private static int Recompose(Span<int> points)
    {
        var (count, starter, lastClass) = (0, -1, 0);
        foreach (var point in points)
        {
            var combiningClass = CanonicalData.CombiningClass(point);
            if (starter >= 0 && (lastClass == 0 || lastClass < combiningClass)
                && CanonicalData.Compose(points[starter], point) is var composite and not 0)
            {
                points[starter] = composite;
                continue;
            }

            if (combiningClass == 0)
            {
                starter = count;
            }

            lastClass = combiningClass;
            points[count++] = point;
        }

        return count;
    }
}
