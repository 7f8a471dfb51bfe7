using System.Globalization;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing;

/// <summary>Terms that belong to every sentence of a document.</summary>
internal static class HeadTerms
{
    /// <summary>Month and year of publication; empty where unknown.</summary>
    public static HashSet<string> Day(DocumentMetadata metadata) => metadata.PublishedOn is not { } day
        ? new HashSet<string>(StringComparer.Ordinal)
        : Analyser.Analyse(day.ToString("MMMM yyyy", CultureInfo.InvariantCulture), "en").Select(t => t.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>The title, with month and year of publication.</summary>
    public static HashSet<string> Title(DocumentMetadata metadata)
    {
        var terms = Day(metadata);
        terms.UnionWith(Analyser.Analyse(metadata.Title, metadata.Language).Select(t => t.Value));
        return terms;
    }
}
