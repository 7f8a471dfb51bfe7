using AngleSharp;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BriefingBot.Core.Ingestion.Readers;

namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>AngleSharp with scripts and resources off, told to keep only the attributes that are read here.</summary>
internal static class PageParser
{
    private static readonly HtmlParserOptions Options = new()
    {
        IsScripting = false,
        SkipComments = true,
        DisableElementPositionTracking = true,
        ShouldEmitAttribute = static (ref _, name) => IsRead(name.Span),
    };

    /// <summary>Tables of names, which hold no state and take longer to make than a short page to read; a context, which remembers its document, is new for every page.</summary>
    private static readonly Configuration Services = new();

    /// <returns>To be given to <see cref="Release"/> where it is read no more.</returns>
    /// <exception cref="UnreadableException">More tags, or more characters, than any page of text holds.</exception>
    public static IHtmlDocument Parse(string markup, string origin)
    {
        var slim = TextLimit.Check(markup.Length > TextLimit.MostCharacters ? MarkupSlimmer.Slim(markup) : markup, origin);
        var flat = MarkupFlattener.Flatten(slim)
            ?? throw new UnreadableException($"{origin} holds more than {MarkupFlattener.MaxTags} tags: it is no page of text.");
        return Parser().ParseDocument(flat);
    }

    /// <summary>The same of a text in borrowed memory, which the page needs until it is released.</summary>
    /// <inheritdoc cref="Parse(string, string)"/>
    public static IHtmlDocument Parse(BorrowedText markup, string origin) =>
        MarkupFlattener.IsFlat(markup.Span) ? Parser().ParseDocument(markup.Characters, markup.Length) : Parse(markup.Span.ToString(), origin);

    /// <summary>Gives back the buffer the parser borrowed, which is as long as the page; taking the tree apart, too, as disposing of the page does, is of no use.</summary>
    public static void Release(IHtmlDocument page) => (page as IConstructableDocument)?.Builder?.Dispose();

    private static HtmlParser Parser() => new(Options, BrowsingContext.New(Services));

    private static bool IsRead(ReadOnlySpan<char> name) => name is "class" or "id" or "role" or "itemprop" or "itemtype" or "itemscope" or "property" or "name" or "content" or "http-equiv"
        or "href" or "rel" or "type" or "style" or "hidden" or "aria-hidden" or "lang" or "xml:lang" or "datetime" or "title" or "pubdate" or "data-testid" or "data-component";
}
