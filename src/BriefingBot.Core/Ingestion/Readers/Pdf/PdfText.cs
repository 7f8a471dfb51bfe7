using System.Text;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Readers.Pdf;

/// <summary>Paragraphs into one text, with hyphens at line ends taken back and the place where each page begins.</summary>
internal static class PdfText
{
    public static (string Text, PageStarts Pages) Of(List<PdfParagraph> paragraphs, int pageCount)
    {
        var words = Words(paragraphs);
        var text = new StringBuilder();
        var starts = new List<int>();
        foreach (var paragraph in paragraphs)
        {
            if (text.Length > 0) text.Append("\n\n");
            var first = true;
            foreach (var (raw, page) in paragraph.Lines)
            {
                var line = TextNormalizer.Normalize(raw).Replace('\n', ' ').Trim();
                if (line.Length == 0) continue;
                if (!first && !JoinHyphen(text, line, words)) text.Append(' ');
                while (starts.Count <= page) starts.Add(text.Length);
                text.Append(line);
                first = false;
            }
        }

        while (starts.Count < pageCount) starts.Add(text.Length);
        return (text.ToString(), new PageStarts(starts));
    }

    /// <summary>Whether the word broken at the line's end is written on without a space; takes the hyphen away where the word has none elsewhere.</summary>
    private static bool JoinHyphen(StringBuilder text, string next, HashSet<string> words)
    {
        if (text.Length < 2 || text[^1] is not ('-' or '\u00AD' or '‐')) return false;
        if (!char.IsLetter(text[^2])) return false;
        if (text[^1] == '\u00AD')
        {
            text.Length--;
            return true;
        }

        var (head, tail) = (LastWord(text), FirstWord(next));
        if (tail.Length == 0 || !char.IsLower(tail[0])) return char.IsLetter(next[0]);
        // A word that is written with its hyphen elsewhere, and never in one, keeps it.
        if (!words.Contains(head + "-" + tail) || words.Contains(head + tail)) text.Length--;
        return true;
    }

    private static HashSet<string> Words(List<PdfParagraph> paragraphs)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (line, _) in paragraphs.SelectMany(p => p.Lines))
        {
            foreach (var word in line.Split(' ')) words.Add(word.Trim('.', ',', ';', ':', '"', '“', '”', '(', ')', '?', '!'));
        }

        return words;
    }

    private static string LastWord(StringBuilder text)
    {
        var start = text.Length - 1;
        while (start > 0 && char.IsLetter(text[start - 1]) && text.Length - start < 60) start--;
        return text.ToString(start, text.Length - 1 - start);
    }

    private static string FirstWord(string line)
    {
        var end = 0;
        while (end < line.Length && char.IsLetter(line[end])) end++;
        return line[..end];
    }
}
