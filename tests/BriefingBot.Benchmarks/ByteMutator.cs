namespace BriefingBot.Benchmarks;

/// <summary>Breaks bytes the ways files break, and worse: flips, cuts, repeats, swaps, and pieces written many times over.</summary>
internal static class ByteMutator
{
    private const int Longest = 2_000_000;
    private static readonly byte[][] Tokens = [.. ((string[])["<", ">", "&", "<![CDATA[", "]]>", "<!--", "-->", "<table>", "<div>", "</div>", "&#x110000;", "=?utf-8?B?", "--b\n", "=\n", "\0", "\uFEFF", "\uD7FF", "999999999999", "-1", "NaN", "\r\n\r\n", "%s", "{", "[", "\"", "*", "$"]).Select(System.Text.Encoding.UTF8.GetBytes)];

    public static byte[] Mutate(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(7))
            {
                case 0 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(64), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                    break;
                case 4:
                    bytes.RemoveRange(at, random.Next(4) == 0 ? bytes.Count - at : 0);
                    break;
                case 5:
                    var piece = bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at));
                    bytes.InsertRange(random.Next(bytes.Count + 1), piece);
                    break;
                default:
                    Repeat(bytes, at, random);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>A short piece many times over is what finds time that grows faster than the input.</summary>
    private static void Repeat(List<byte> bytes, int at, Random random)
    {
        var piece = random.Next(2) == 0 ? [.. Tokens[random.Next(Tokens.Length)]] : bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
        var times = 1 << random.Next(1, 14);
        if (piece.Count == 0 || bytes.Count + (piece.Count * times) > Longest) return;
        bytes.InsertRange(at, Enumerable.Repeat(piece, times).SelectMany(p => p));
    }
}
