namespace BriefingBot.Core.Ingestion.Readers.Pdf;

/// <summary>A paragraph with the places where it runs on to the next page.</summary>
/// <param name="Page">Of its first line, from 0.</param>
/// <param name="Lines">Its lines with the page of each.</param>
internal sealed record PdfParagraph(int Page, List<(string Text, int Page)> Lines);

/// <summary>Lines into paragraphs: by the gap above a line, its indent, and whether the line before was full and ended a sentence.</summary>
internal static class PdfParagraphs
{
    public static List<PdfParagraph> Of(List<PdfPage> pages)
    {
        var paragraphs = new List<PdfParagraph>();
        for (var p = 0; p < pages.Count; p++)
        {
            foreach (var block in Blocks(pages[p].Lines)) AddBlock(block, p, paragraphs);
        }

        return paragraphs;
    }

    private static IEnumerable<List<PdfLine>> Blocks(List<PdfLine> lines)
    {
        var block = new List<PdfLine>();
        foreach (var line in lines)
        {
            if (block.Count > 0 && block[^1].Block != line.Block)
            {
                yield return block;
                block = [];
            }

            block.Add(line);
        }

        if (block.Count > 0) yield return block;
    }

    private static void AddBlock(List<PdfLine> block, int page, List<PdfParagraph> paragraphs)
    {
        var (left, right) = (block.Min(l => l.Left), block.Max(l => l.Right));
        var pitch = Pitch(block);
        for (var i = 0; i < block.Count; i++)
        {
            var line = block[i];
            var begins = i == 0 ? !GoesOn(paragraphs, line) : BeginsParagraph(block[i - 1], line, left, right, pitch);
            if (begins) paragraphs.Add(new PdfParagraph(page, []));
            paragraphs[^1].Lines.Add((line.Text, page));
        }
    }

    /// <summary>Whether a block carries on the sentence that the block before broke off: in the next column, or on the next page.</summary>
    private static bool GoesOn(List<PdfParagraph> paragraphs, PdfLine line) =>
        paragraphs.Count > 0 && paragraphs[^1].Lines[^1].Text is var last && !EndsSentence(last) && last.Length > 20
        && (char.IsLower(line.Text[0]) || last[^1] is ',' or '-' or '\u00AD' || (last.Length > 30 && char.IsLower(last[^1]) && EndsInSmallWord(last)));

    private static bool BeginsParagraph(PdfLine before, PdfLine line, double left, double right, double pitch)
    {
        var height = Math.Max(1, line.Height);
        if (Math.Abs(before.Height - line.Height) > 0.25 * Math.Max(before.Height, line.Height)) return true;
        if (pitch > 0 && line.Top - before.Top > pitch * 1.35) return true;
        if (IsItem(line.Text)) return true;
        if (!EndsSentence(before.Text)) return false;
        var indented = line.Left - left > 0.7 * height && before.Left - left < 0.3 * height;
        var short_ = right - before.Right > 0.15 * (right - left);
        return indented || short_;
    }

    /// <summary>The usual distance from line to line; 0 where there is only one.</summary>
    private static double Pitch(List<PdfLine> block)
    {
        var distances = block.Zip(block.Skip(1), (a, b) => b.Top - a.Top).Where(d => d > 0).Order().ToList();
        return distances.Count == 0 ? 0 : distances[distances.Count / 4];
    }

    private static bool IsItem(string text) => text[0] is '•' or '▪' or '●' or '◦' or '‣' || (text.Length > 2 && text[0] is '-' or '–' && text[1] == ' ');

    private static bool EndsInSmallWord(string text)
    {
        var word = text[(text.LastIndexOf(' ') + 1)..];
        return word is "the" or "a" or "an" or "of" or "and" or "in" or "to" or "for" or "by" or "on" or "at" or "with" or "from" or "de" or "la" or "el" or "der" or "die" or "und" or "le" or "les" or "et";
    }

    private static bool EndsSentence(string text) => text.TrimEnd('"', '”', '’', '\'', ')', ']', '»') is [.., '.' or '!' or '?' or ':' or '。' or '！' or '？' or '…'];
}
