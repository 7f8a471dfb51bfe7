using System.Net;
using System.Text;

namespace BriefingBot.Core.Ingestion.Feeds;

/// <summary>Markup in the titles and summaries of feeds, taken off in one pass.</summary>
internal static class HtmlPlain
{
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var i = 0; i < html.Length; i++)
        {
            var end = html[i] == '<' && i + 1 < html.Length && (char.IsAsciiLetter(html[i + 1]) || html[i + 1] is '/' or '!') ? html.IndexOf('>', i) : -1;
            if (end < 0)
            {
                text.Append(html[i]);
                // Without an end there is no tag in the rest either; looking again for each would be quadratic.
                if (html[i] == '<' && html.IndexOf('>', i) < 0) return WebUtility.HtmlDecode(text.Append(html, i + 1, html.Length - i - 1).ToString());
                continue;
            }

            text.Append(' ');
            i = end;
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    public static int Words(string html) => WordMeter.HalfWords(Of(html)) / 2;
}
