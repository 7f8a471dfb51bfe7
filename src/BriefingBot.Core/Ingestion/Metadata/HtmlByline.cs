using System.Net;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>Names of authors out of what pages write into their author fields.</summary>
internal static class HtmlByline
{
    private const int MaxLength = 120;
    private static readonly string[] Openings = ["written by ", "posted by ", "story by ", "words by ", "reported by ", "author: ", "by: ", "by ", "par ", "von ", "por ", "di "];
    private static readonly string[] Nobody = ["admin", "administrator", "author", "guest", "unknown", "webmaster", "none", "null", "undefined", "anonymous", "user", "view all posts", "follow author", "last updated", "updated", "published", "posted", "about the author", "share", "staff"];

    // Agencies whose name in an author field credits the agency; the value is the name shown.
    private static readonly Dictionary<string, string> Agencies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["reuters"] = "Reuters",
        ["reuters staff"] = "Reuters",
        ["thomson reuters"] = "Reuters",
        ["afp"] = "AFP",
        ["agence france-presse"] = "AFP",
        ["agence france presse"] = "AFP",
        ["ap"] = "AP",
        ["associated press"] = "AP",
        ["the associated press"] = "AP",
        ["dpa"] = "dpa",
        ["efe"] = "EFE",
        ["ansa"] = "ANSA",
        ["xinhua"] = "Xinhua",
        ["tass"] = "TASS",
        ["pti"] = "PTI",
        ["press trust of india"] = "PTI",
        ["ani"] = "ANI",
        ["ians"] = "IANS",
        ["bloomberg"] = "Bloomberg",
        ["upi"] = "UPI",
        ["press association"] = "PA",
        ["pa media"] = "PA",
        ["anadolu agency"] = "Anadolu Agency",
        ["kyodo"] = "Kyodo",
        ["yonhap"] = "Yonhap",
        ["the canadian press"] = "The Canadian Press",
        ["australian associated press"] = "AAP",
        ["aap"] = "AAP",
    };

    /// <summary>The names, joined by ", "; null where none is left.</summary>
    public static string? Clean(IEnumerable<string> authors)
    {
        var names = authors.Select(One).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(8).ToArray();
        return names.Length == 0 ? null : string.Join(", ", names);
    }

    /// <summary>The agency a byline names; null for people.</summary>
    public static string? AgencyOf(string? byline) =>
        byline?.Split([',', '/', ';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => Agencies.GetValueOrDefault(part)).FirstOrDefault(name => name is not null);

    private static string? One(string author)
    {
        var text = Spaces.Single(WebUtility.HtmlDecode(author));
        foreach (var opening in Openings)
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && text.Length > opening.Length && !char.IsLower(text[opening.Length]))
            {
                text = text[opening.Length..];
                break;
            }
        }

        text = string.Join(' ', text.Split(' ').Where(word => !word.Contains("://", StringComparison.Ordinal) && !word.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && !(word.Contains('@', StringComparison.Ordinal))));
        var role = text.IndexOf(" | ", StringComparison.Ordinal);
        text = (role > 0 ? text[..role] : text).Trim(' ', ',', ';', '|', '-', '\u2013', ':');
        var none = text.Length < 2 || text.Length > MaxLength || !text.Any(char.IsLetter) || Nobody.Contains(text, StringComparer.OrdinalIgnoreCase) || text.StartsWith('{') || text.StartsWith('[');
        return none ? null : text;
    }
}
