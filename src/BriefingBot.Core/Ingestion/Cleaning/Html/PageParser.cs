using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BriefingBot.Core.Ingestion.Readers;

namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>AngleSharp with scripts and resources off, told to keep only the attributes that are read here.</summary>
internal static class PageParser
{
    /// <exception cref="UnreadableException">More tags, or more characters, than any page of text holds.</exception>
    public static IHtmlDocument Parse(string markup, string origin)
    {
        var slim = TextLimit.Check(markup.Length > TextLimit.MostCharacters ? MarkupSlimmer.Slim(markup) : markup, origin);
        var flat = MarkupFlattener.Flatten(slim)
            ?? throw new UnreadableException($"{origin} holds more than {MarkupFlattener.MaxTags} tags: it is no page of text.");
        var options = new HtmlParserOptions
        {
            IsScripting = false,
            SkipComments = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = static (ref _, name) => IsRead(name.Span),
        };
        return new HtmlParser(options).ParseDocument(flat);
    }

    private static bool IsRead(ReadOnlySpan<char> name) => name is "class" or "id" or "role" or "itemprop" or "itemtype" or "itemscope" or "property" or "name" or "content" or "http-equiv"
        or "href" or "rel" or "type" or "style" or "hidden" or "aria-hidden" or "lang" or "xml:lang" or "datetime" or "title" or "pubdate" or "data-testid" or "data-component";
}
