using System.Globalization;
using System.Net;
using System.Text;

namespace BriefingBot.Benchmarks.Articles;

/// <summary>An article as a file somebody saved: plain text, Markdown, or a web page with its furniture; which one follows from the number.</summary>
internal static class ArticleFile
{
    public static string Name(Article article) => article.Number.ToString("D6", CultureInfo.InvariantCulture) + Extension(article);

    public static string Content(Article article) => Extension(article) switch
    {
        ".txt" => PlainText(article),
        ".md" => Markdown(article),
        _ => Html(article),
    };

    /// <summary>Writes so many articles from the first on into the folder and says how many bytes of article text, furniture not counted, they hold.</summary>
    public static long WriteAll(ArticleGenerator generator, int first, int count, string folder)
    {
        var bytes = 0L;
        for (var number = first; number < first + count; number++)
        {
            var article = generator.Create(number);
            File.WriteAllText(Path.Combine(folder, Name(article)), Content(article));
            bytes += Encoding.UTF8.GetByteCount(article.Text);
        }

        return bytes;
    }

    /// <summary>Two in five plain text, two in five web pages, one in five Markdown.</summary>
    private static string Extension(Article article) => (article.Number % 5) switch { 0 or 2 => ".txt", 1 or 3 => ".html", _ => ".md" };

    private static string Day(Article article) => article.PublishedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string PlainText(Article article) =>
        $"{article.Title}\n\n{article.Text}\n\nPublished in {article.Publisher}, {article.PublishedOn.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)}\n\nLeave a Reply\n\nYour email address will not be published.\n";

    private static string Markdown(Article article) =>
        $"---\ntitle: \"{article.Title}\"\nauthor: {article.Byline}\ndate: {Day(article)}\npublisher: {article.Publisher}\n---\n\n# {article.Title}\n\n{article.Text}\n";

    private static string Html(Article article)
    {
        var title = WebUtility.HtmlEncode(article.Title);
        var publisher = WebUtility.HtmlEncode(article.Publisher);
        var body = string.Concat(article.Paragraphs.Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>\n"));
        var links = string.Concat(Enumerable.Range(1, 12).Select(i => $"<li><a href=\"/story/{i}\">Another story from section {i}</a></li>\n"));
        return $$"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>{{title}} | {{publisher}}</title>
            <meta property="og:title" content="{{title}}">
            <meta property="og:site_name" content="{{publisher}}">
            <meta property="article:published_time" content="{{Day(article)}}T08:30:00+00:00">
            <meta name="author" content="{{article.Byline}}">
            <style>body { margin: 0 } nav li { display: inline }</style>
            <script>window.page = { id: {{article.Number}}, ads: ["top", "side"] };</script>
            </head>
            <body>
            <header><nav><ul>{{links}}</ul></nav></header>
            <div class="cookie-banner">We use cookies. <button>Accept all</button></div>
            <main><article>
            <h1>{{title}}</h1>
            <p class="byline">By {{article.Byline}} <time datetime="{{Day(article)}}">{{Day(article)}}</time></p>
            {{body}}</article>
            <aside class="related"><h2>Read more</h2><ul>{{links}}</ul></aside></main>
            <section id="comments"><h3>Leave a Reply</h3><p>Your email address will not be published.</p></section>
            <footer><p>© {{publisher}}. All rights reserved.</p><ul>{{links}}</ul></footer>
            </body>
            </html>
            """;
    }
}
