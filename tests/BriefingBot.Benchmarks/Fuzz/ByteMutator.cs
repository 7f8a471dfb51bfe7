namespace BriefingBot.Benchmarks.Fuzz;

/// <summary>Breaks bytes the ways files break, and worse: flips, cuts, repeats, swaps, and pieces written many times over.</summary>
internal static class ByteMutator
{
    /// <summary>Nothing is repeated beyond this.</summary>
    public const int Longest = 2_000_000;

    private static readonly byte[][] Tokens = [.. ((string[])["<", ">", "&", "<![CDATA[", "]]>", "<!--", "-->", "<table>", "<div>", "</div>", "&#x110000;", "=?utf-8?B?", "--b\n", "=\n", "\0", "\uFEFF", "\uD7FF", "999999999999", "-1", "NaN", "\r\n\r\n", "%s", "{", "[", "]", "](", "(", "]: ", "\"", "'", "*", "_", "`", "|", "#", ">", "- ", "\n", " ", "\\", "$", "<?", "<!", "<p ", "</", "/", ":"]).Select(System.Text.Encoding.UTF8.GetBytes)];

    public static byte[] Mutate(byte[] seed, Random random)
    {
        var bytes = random.Next(4) == 0 ? Shuffled(seed, random) : seed.ToList();
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

    /// <summary>The pieces between signs in another order, some of them left out and some twice: each is whole, and stands where nobody expects it.</summary>
    private static List<byte> Shuffled(byte[] seed, Random random)
    {
        var pieces = new List<Range>();
        for (var (from, i) = (0, 1); i <= seed.Length; i++)
        {
            if (i < seed.Length && char.IsAsciiLetterOrDigit((char)seed[i]) && char.IsAsciiLetterOrDigit((char)seed[i - 1])) continue;
            pieces.Add(from..i);
            from = i;
        }

        var bytes = new List<byte>(seed.Length);
        for (var left = random.Next(Math.Min(2 * pieces.Count, 2_000)); left > 0 && pieces.Count > 0; left--) bytes.AddRange(seed[pieces[random.Next(pieces.Count)]]);
        return bytes;
    }

    /// <summary>One sign, or up to four of them together.</summary>
    private static byte[] Several(Random random) => [.. Enumerable.Range(0, random.Next(1, 5)).SelectMany(_ => Tokens[random.Next(Tokens.Length)])];

    /// <summary>A short piece many times over is what finds time that grows faster than the input.</summary>
    private static void Repeat(List<byte> bytes, int at, Random random)
    {
        var piece = random.Next(2) == 0 ? Several(random) : [.. bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at))];
        var times = 1 << random.Next(1, random.Next(8) == 0 ? 18 : 14);
        if (piece.Length == 0 || bytes.Count + (piece.Length * times) > Longest) return;
        var pieces = new byte[piece.Length * times];
        for (var i = 0; i < times; i++) piece.CopyTo(pieces, i * piece.Length);
        bytes.InsertRange(at, pieces);
    }
}
