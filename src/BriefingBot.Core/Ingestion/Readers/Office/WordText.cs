using System.Text;
using System.Xml;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Readers.Office;

/// <summary>
/// The running text of a WordprocessingML body (ECMA-376 part 1, section 17), read as a stream: paragraphs, tabs, breaks, rows of
/// tables with bars between cells. Deleted text, field codes and the fallback of alternate content are not part of it.
/// </summary>
internal static class WordText
{
    private const int DeepestElements = 500;

    /// <exception cref="XmlException">Broken, too deep, or too much.</exception>
    /// <returns>The text without the paragraph styled as title, and that title; "" where there is none.</returns>
    public static (string Text, string Title) Read(Stream part, long mostCharacters)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = mostCharacters, IgnoreComments = true, IgnoreProcessingInstructions = true };
        using var guard = new TagGuard(part);
        using var xml = XmlReader.Create(guard, settings);
        var writer = new Writer();
        while (xml.Read())
        {
            if (xml.Depth > DeepestElements) throw new XmlException($"its elements lie deeper than {DeepestElements}");
            if (xml.NodeType == XmlNodeType.Element)
            {
                while (xml.NodeType == XmlNodeType.Element && xml.LocalName is "del" or "moveFrom" or "Fallback" or "instrText" or "delText" && !xml.EOF) xml.Skip();
                if (xml.NodeType == XmlNodeType.Element) writer.Begin(xml);
            }

            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) writer.Text(xml);
            else if (xml.NodeType == XmlNodeType.EndElement) writer.End(xml.LocalName);
        }

        return writer.Done();
    }

    private sealed class Writer
    {
        private readonly StringBuilder all = new();
        private readonly StringBuilder paragraph = new();
        private readonly StringBuilder title = new();
        private readonly char[] chunk = new char[4_096];
        private int length;
        private int cells;
        private int rows;
        private bool inText;
        private bool isTitle;
        private bool inCellBefore;

        public void Begin(XmlReader xml)
        {
            switch (xml.LocalName)
            {
                case "t":
                    inText = !xml.IsEmptyElement;
                    break;
                case "tab":
                    if (rows == 0 || paragraph.Length > 0) paragraph.Append(' ');
                    break;
                case "br" or "cr":
                    paragraph.Append(' ');
                    break;
                case "noBreakHyphen":
                    paragraph.Append('-');
                    break;
                case "pStyle":
                    isTitle = Attribute(xml) is "Title";
                    break;
                case "p" when xml.IsEmptyElement:
                    break;
                case "tr":
                    rows++;
                    cells = 0;
                    inCellBefore = false;
                    break;
                case "tc":
                    if (cells++ > 0) inCellBefore = true;
                    break;
            }
        }

        /// <summary>Piece by piece: one run may be as long as the whole part.</summary>
        public void Text(XmlReader xml)
        {
            if (!inText) return;
            for (int read; (read = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0;)
            {
                paragraph.Append(new string(chunk, 0, read).ReplaceLineEndings(" "));
                length += read;
                if (length > TextLimit.MostCharacters) throw new XmlException($"it holds more than {TextLimit.MostCharacters:N0} characters of text");
            }
        }

        public void End(string name)
        {
            switch (name)
            {
                case "t":
                    inText = false;
                    break;
                case "p":
                    EndParagraph();
                    break;
                case "tr":
                    rows = Math.Max(0, rows - 1);
                    if (rows == 0) EndBlock();
                    break;
            }
        }

        public (string Text, string Title) Done()
        {
            EndParagraph();
            var text = TextNormalizer.Normalize(all.ToString()).Trim();
            return (text, title.ToString());
        }

        private void EndParagraph()
        {
            var text = paragraph.ToString().Trim();
            paragraph.Clear();
            var wasTitle = isTitle;
            isTitle = false;
            if (text.Length == 0) return;
            if (wasTitle && title.Length == 0 && rows == 0)
            {
                title.Append(text);
                return;
            }

            if (rows > 0) all.Append(inCellBefore ? " | " : all.Length > 0 && all[^1] != '\n' ? " " : "").Append(text);
            else
            {
                all.Append(text);
                EndBlock();
            }

            inCellBefore = false;
        }

        /// <summary>One blank line between blocks, also where one held nothing.</summary>
        private void EndBlock()
        {
            if (all.Length > 0 && all[^1] != '\n') all.Append("\n\n");
        }

        private static string? Attribute(XmlReader xml) => xml.GetAttribute("val", xml.NamespaceURI) ?? xml.GetAttribute("val");
    }
}
