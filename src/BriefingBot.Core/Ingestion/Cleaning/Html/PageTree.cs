using AngleSharp.Dom;

namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>The body of a page as a list of nodes in document order, with the counts every later rule reads.</summary>
internal sealed class PageTree
{
    private const int ShortPage = 256;

    /// <summary>Nodes a thread keeps for its next page; those of a huge page go.</summary>
    private const int MostKept = 4096;

    [ThreadStatic]
    private static PageTree? spare;

    /// <summary>Of this page and of earlier ones, of which the first are in use: a page has hundreds, and needs them for the blink of an eye.</summary>
    private readonly List<PageNode> made = new(ShortPage);
    private readonly List<PageNode> nodes = new(ShortPage);
    private readonly List<IElement> silent = [];
    private readonly Stack<(PageNode Node, INodeList Children, int Next)> open = new();

    private readonly LineWriter writer;

    private PageTree() => writer = new LineWriter(this);

    /// <summary>To be read only; a list and no interface of one, since every pass goes through it.</summary>
    public List<PageNode> Nodes => nodes;

    /// <summary>Elements of the body that say something to machines only: meta, link, script.</summary>
    public IReadOnlyList<IElement> Silent => silent;

    /// <summary>The heading that says the page's title; null until furniture is marked, and where none does.</summary>
    public PageNode? Title { get; set; }

    /// <returns>To be given to <see cref="Release"/> where neither it nor a node of it is read any more.</returns>
    public static PageTree Build(IElement body)
    {
        var tree = spare ?? new PageTree();
        spare = null;
        tree.Add(body);
        tree.Count();
        return tree;
    }

    /// <summary>Keeps what the next page of this thread needs again.</summary>
    public void Release()
    {
        if (nodes.Count > MostKept)
            return;
        foreach (var node in nodes)
            node.Forget();
        nodes.Clear();
        silent.Clear();
        Title = null;
        spare = this;
    }

    /// <summary>Everything below a node as one text, a line for each block, what rules took out as well.</summary>
    public string TextOf(PageNode top) => writer.TextOf(top);

    /// <summary>What rules left below a node, a line for each block.</summary>
    /// <param name="top">Where to read.</param>
    /// <param name="lines">Gets the lines.</param>
    public void Read(PageNode top, List<TextLine> lines) => writer.Read(top, lines);

    /// <summary>The direct children, in order.</summary>
    public IEnumerable<PageNode> Children(PageNode parent)
    {
        for (var i = parent.Index + 1; i < parent.End; i = nodes[i].End)
            yield return nodes[i];
    }

    public IEnumerable<PageNode> Below(PageNode top)
    {
        for (var i = top.Index + 1; i < top.End; i++)
            yield return nodes[i];
    }

    private void Add(IElement body)
    {
        // Sibling links are searched from the parent each time, so children are taken by their number.
        var root = Node(body, null);
        open.Push((root, body.ChildNodes, 0));
        while (open.TryPop(out var top))
        {
            if (top.Next >= top.Children.Length)
            {
                top.Node.End = nodes.Count;
                continue;
            }

            var child = top.Children[top.Next];
            open.Push(top with { Next = top.Next + 1 });
            // By classes: an interface of theirs is looked for among dozens.
            switch (child)
            {
                case Element { LocalName: "meta" or "link" or "script" } element:
                    silent.Add(element);
                    break;
                case Element element when !HtmlNames.IsSilent(element.LocalName):
                    open.Push((Node(element, top.Node), child.ChildNodes, 0));
                    break;
                case { NodeType: NodeType.Text, TextContent: { Length: > 0 } text }:
                    Next().Begin(nodes.Count - 1, text, top.Node);
                    break;
            }
        }
    }

    private PageNode Node(IElement element, PageNode? parent)
    {
        var name = element.LocalName;
        var inline = HtmlNames.IsInline(name) || (name.Contains('-', StringComparison.Ordinal) && parent is { Name: "p" or "li" or "span" or "a" or "td" or "em" or "strong" or "b" or "i" });
        var node = Next();
        node.Begin(nodes.Count - 1, element, name, parent, inline);
        Describe(node, element.Attributes);
        return node;
    }

    /// <summary>One more node of the page, without content.</summary>
    private PageNode Next()
    {
        if (nodes.Count == made.Count)
            made.Add(new PageNode());
        var node = made[nodes.Count];
        nodes.Add(node);
        return node;
    }

    /// <summary>One look at each attribute there is, instead of a search for each that may be.</summary>
    private static void Describe(PageNode node, INamedNodeMap attributes)
    {
        var (names, id) = ("", "");
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i] is not { Value: var value } attribute)
                continue;
            switch (attribute.Name)
            {
                case "class":
                    names = value;
                    break;
                case "id":
                    id = value;
                    break;
                case "role":
                    node.Role = value.Trim().ToLowerInvariant();
                    break;
                case "itemprop":
                    node.ItemProp = value.Trim().ToLowerInvariant();
                    break;
                case "href" when node.Name is "a":
                    node.Href = value;
                    break;
                case "hidden":
                case "aria-hidden" when value.Equals("true", StringComparison.OrdinalIgnoreCase):
                case "style" when Hides(value):
                    node.Hidden = true;
                    break;
            }
        }

        node.Tokens = TokensOf(names, id);
    }

    private static string[] TokensOf(string names, string id)
    {
        var both = id.Length == 0 ? names : names.Length == 0 ? id : $"{names} {id}";
        return both.Length == 0 ? [] : both.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool Hides(string style)
    {
        if (style.Length > 2000)
            return false;
        var tight = style.Replace(" ", "", StringComparison.Ordinal);
        return tight.Contains("display:none", StringComparison.OrdinalIgnoreCase) || tight.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Text to its block, blocks to their parents: one pass forward, one back.</summary>
    private void Count()
    {
        foreach (var node in nodes)
        {
            var parent = node.Parent ?? node;
            node.Block = node.Inline ? parent.Block : node;
            node.InLink = node.Name is "a" ? node.Href.Length > 0 && !node.Href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) : parent.InLink;
            if (node.Text is null)
                continue;
            var (words, stops) = WordCount.Of(node.Text);
            node.Words = words;
            node.LinkWords = node.InLink ? words : 0;
            var block = node.Block!;
            block.OwnWords += words;
            block.OwnLinkWords += node.LinkWords;
            block.OwnStops += stops;
        }

        for (var i = nodes.Count - 1; i > 0; i--)
        {
            var parent = nodes[i].Parent!;
            parent.Words += nodes[i].Words;
            parent.LinkWords += nodes[i].LinkWords;
        }
    }
}
