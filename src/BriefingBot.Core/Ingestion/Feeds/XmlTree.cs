using System.Net;
using System.Text;
using System.Xml;

namespace BriefingBot.Core.Ingestion.Feeds;

/// <summary>An element of a small tree.</summary>
internal sealed class XmlElementNode(string name)
{
    /// <summary>Local name, lower case; "" for text.</summary>
    public string Name { get; } = name;

    public Dictionary<string, string> Attributes { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<XmlElementNode> Children { get; } = [];

    public string Content { get; init; } = "";

    /// <summary>False where the text broke off inside it.</summary>
    public bool IsClosed { get; set; }

    public XmlElementNode? Child(string child) => Children.Find(c => c.Name == child);

    /// <summary>All text below, in order. Trees are never deeper than <see cref="XmlTree.Deepest"/>.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        Append(text, markup: false);
        return text.ToString().Trim();
    }

    /// <summary>What stands inside as markup, of XHTML content.</summary>
    public string Markup()
    {
        var markup = new StringBuilder();
        foreach (var child in Children) child.Append(markup, markup: true);
        return markup.ToString();
    }

    private void Append(StringBuilder text, bool markup)
    {
        if (Name.Length == 0) text.Append(markup ? WebUtility.HtmlEncode(Content) : Content);
        if (markup && Name.Length > 0) text.Append('<').Append(Name).Append('>');
        foreach (var child in Children) child.Append(text, markup);
        if (markup && Name.Length > 0) text.Append("</").Append(Name).Append('>');
    }
}

/// <summary>
/// XML as feeds write it into a small tree: no document types, no entities but characters, bounded depth and size. Where the
/// text breaks off or is broken, what stood before is kept.
/// </summary>
internal static class XmlTree
{
    public const int Deepest = 100;
    private const int MostNodes = 200_000;
    private const int MostCharacters = 20_000_000;

    public static (XmlElementNode Root, bool IsWhole) Read(string xml)
    {
        var root = new XmlElementNode("#root");
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = MostCharacters,
            MaxCharactersFromEntities = 1,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            var mended = Mended(xml);
            var endless = EndlessTag.Find(mended);
            using var reader = XmlReader.Create(new StringReader(endless < 0 ? mended : mended[..endless]), settings);
            Fill(reader, root);
            return (root, true);
        }
        catch (XmlException)
        {
            return (root, false);
        }
    }

    private static void Fill(XmlReader reader, XmlElementNode root)
    {
        var open = new Stack<XmlElementNode>([root]);
        var nodes = 0;
        while (reader.Read())
        {
            if (++nodes > MostNodes) throw new XmlException("too many elements");
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (open.Count > Deepest) throw new XmlException("elements too deep");
                var element = new XmlElementNode(reader.LocalName.ToLowerInvariant());
                open.Peek().Children.Add(element);
                if (!reader.IsEmptyElement) open.Push(element);
                else element.IsClosed = true;
                while (reader.MoveToNextAttribute()) element.Attributes.TryAdd(reader.LocalName, reader.Value);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                open.Pop().IsClosed = true;
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                open.Peek().Children.Add(new XmlElementNode("") { Content = reader.Value });
            }
        }
    }

    /// <summary>HTML's names for characters are written as characters, a bare ampersand as one, and characters that XML forbids go; CDATA stays.</summary>
    private static string Mended(string xml)
    {
        const string cdata = "<![CDATA[";
        var mended = new StringBuilder(xml.Length);
        for (var i = 0; i < xml.Length; i++)
        {
            var c = xml[i];
            if (c == '<' && string.CompareOrdinal(xml, i, cdata, 0, cdata.Length) == 0)
            {
                var end = xml.IndexOf("]]>", i, StringComparison.Ordinal);
                if (end < 0) end = xml.Length - 1;
                foreach (var inside in xml.AsSpan(i, end - i)) AppendAllowed(mended, inside);
                i = end - 1;
            }
            else if (c == '&')
            {
                i += AppendEntity(mended, xml, i);
            }
            else
            {
                AppendAllowed(mended, c);
            }
        }

        return mended.ToString();
    }

    private static void AppendAllowed(StringBuilder mended, char c)
    {
        if (c is >= ' ' or '\t' or '\n' or '\r' and not ('\uFFFE' or '\uFFFF')) mended.Append(c);
    }

    /// <returns>Characters consumed after the ampersand.</returns>
    private static int AppendEntity(StringBuilder mended, string xml, int at)
    {
        var window = xml.AsSpan(at, Math.Min(14, xml.Length - at));
        var end = window.IndexOf(';');
        if (end > 1)
        {
            var entity = window[..(end + 1)].ToString();
            var read = WebUtility.HtmlDecode(entity);
            if (read != entity)
            {
                foreach (var c in read)
                {
                    if (c is '<' or '>' or '&' or '"' or '\'') mended.Append(WebUtility.HtmlEncode(c.ToString()));
                    else AppendAllowed(mended, c);
                }

                return end;
            }
        }

        mended.Append("&amp;");
        return 0;
    }
}
