using System.Globalization;
using System.Text;

namespace BriefingBot.Core.Text;

/// <summary>The canonical tables, read once into a form that answers quickly.</summary>
internal static class CanonicalData
{
    private const int HangulBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7;
    private const int LeadCount = 19, VowelCount = 21, TailCount = 28, HangulCount = LeadCount * VowelCount * TailCount;

    private static readonly Dictionary<int, byte> Classes = ReadClasses();
    private static readonly Dictionary<int, (int First, int Second)> Decompositions = ReadDecompositions();
    private static readonly Dictionary<(int First, int Second), int> Compositions = ReadCompositions();
    private static readonly bool[] Attention = MarkAttention();
    private static readonly HashSet<int> HighAttention = [.. Classes.Keys.Concat(Decompositions.Keys).Concat(Compositions.Keys.Select(pair => pair.Second)).Where(point => point > 0xFFFF)];

    /// <summary>Whether composition has to look at this character and its predecessor; false means it stands as it is.</summary>
    public static bool NeedsAttention(char character) => Attention[character];

    public static bool NeedsAttention(int codePoint) => codePoint > 0xFFFF ? HighAttention.Contains(codePoint) : Attention[codePoint];

    public static byte CombiningClass(int codePoint) => Classes.GetValueOrDefault(codePoint);

    /// <summary>The canonical decomposition, one step; Second is 0 for a singleton.</summary>
    public static bool TryDecompose(int codePoint, out int first, out int second)
    {
        (first, second) = (0, 0);
        var hangul = codePoint - HangulBase;
        if (hangul is >= 0 and < HangulCount)
        {
            var tail = hangul % TailCount;
            (first, second) = tail == 0
                ? (LeadBase + (hangul / (VowelCount * TailCount)), VowelBase + (hangul / TailCount % VowelCount))
                : (codePoint - tail, TailBase + tail);
            return true;
        }

        if (!Decompositions.TryGetValue(codePoint, out var parts))
        {
            return false;
        }

        (first, second) = parts;
        return true;
    }

    /// <summary>The primary composite of two characters, or 0.</summary>
    public static int Compose(int first, int second)
    {
        if (first - LeadBase is >= 0 and < LeadCount && second - VowelBase is >= 0 and < VowelCount)
        {
            return HangulBase + ((((first - LeadBase) * VowelCount) + second - VowelBase) * TailCount);
        }

        if (first - HangulBase is >= 0 and < HangulCount && (first - HangulBase) % TailCount == 0 && second - TailBase is > 0 and < TailCount)
        {
            return first + second - TailBase;
        }

        return Compositions.GetValueOrDefault((first, second));
    }

    private static bool[] MarkAttention()
    {
        var attention = new bool[0x10000];
        foreach (var point in Classes.Keys.Concat(Compositions.Keys.Select(pair => pair.Second)).Where(point => point <= 0xFFFF))
        {
            attention[point] = true;
        }

        foreach (var (point, parts) in Decompositions)
        {
            attention[Math.Min(point, 0xFFFF)] |= point <= 0xFFFF && Compositions.GetValueOrDefault(parts) != point;
        }

        Array.Fill(attention, true, VowelBase, VowelCount);
        Array.Fill(attention, true, TailBase + 1, TailCount - 1);
        return attention;
    }

    private static Dictionary<int, byte> ReadClasses()
    {
        var classes = new Dictionary<int, byte>();
        foreach (var entry in Words(CanonicalTables.CombiningClasses))
        {
            var parts = entry.Split(':');
            var ends = parts[0].Split('-');
            for (var point = Hex(ends[0]); point <= Hex(ends[^1]); point++)
            {
                classes[point] = byte.Parse(parts[1], CultureInfo.InvariantCulture);
            }
        }

        return classes;
    }

    private static Dictionary<(int First, int Second), int> ReadCompositions()
    {
        var compositions = new Dictionary<(int First, int Second), int>();
        foreach (var points in CanonicalTables.Composites.Select(Points))
        {
            for (var index = 1; index < points.Length; index += 2)
            {
                compositions[(points[index], points[0])] = points[index + 1];
            }
        }

        return compositions;
    }

    private static Dictionary<int, (int First, int Second)> ReadDecompositions()
    {
        var decompositions = ReadCompositions().ToDictionary(pair => pair.Value, pair => pair.Key);
        foreach (var (first, meant) in CanonicalTables.Singletons)
        {
            foreach (var (offset, point) in Points(meant).Index())
            {
                decompositions[first + offset] = (point, 0);
            }
        }

        foreach (var entry in Words(CanonicalTables.Exclusions))
        {
            var parts = entry.Split(':', '+');
            decompositions[Hex(parts[0])] = (Hex(parts[1]), Hex(parts[2]));
        }

        return decompositions;
    }

    private static int[] Points(string text) => [.. text.EnumerateRunes().Select(rune => rune.Value)];

    private static string[] Words(string text) => text.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
