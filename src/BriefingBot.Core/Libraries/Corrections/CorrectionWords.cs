using System.Globalization;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Libraries.Corrections;

/// <summary>Corrections as sentences; what is quoted of a document stands between quotation marks.</summary>
public static class CorrectionWords
{
    private const int LongestQuote = 300;

    /// <summary>"[2] was retracted by its publisher (noticed 4 Mar 2031): “This article has been withdrawn.”".</summary>
    public static string OfAnswer(int n, CorrectionKind kind, bool gone, DateTimeOffset noticed, DocumentNotice? notice)
    {
        var what = kind switch
        {
            CorrectionKind.Retracted => "was retracted since",
            CorrectionKind.Corrected => "was corrected since",
            _ => "was changed since, without a word about it",
        };
        var stands = kind == CorrectionKind.Retracted ? "" : gone ? "; the quote no longer stands there" : "; the quote still stands there";
        return $"[{n}] {what} (noticed {Day(noticed)}){stands}{Said(notice)}";
    }

    /// <summary>What became of an answer's sources since it was given, and what they say of themselves; one sentence for each document.</summary>
    public static IReadOnlyList<string> Of(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var told = answer.Corrections.Select(c => c.DocumentId).ToHashSet(StringComparer.Ordinal);
        var notices = answer.Citations.Where(c => c.Notice is not null && !told.Contains(c.DocumentId)).GroupBy(c => c.DocumentId, StringComparer.Ordinal)
            .Select(cited => $"{string.Concat(cited.Select(c => $"[{c.N}]"))} {OfNotice(cited.First().Notice)}");
        var touched = answer.Corrections.GroupBy(c => (c.DocumentId, c.Kind, c.Gone))
            .Select(same => string.Concat(same.Select(c => $"[{c.N}]")) + same.First().Text[(same.First().Text.IndexOf(']', StringComparison.Ordinal) + 1)..]);
        return [.. touched, .. notices];
    }

    /// <summary>What a receipt says of a document that was read again and says something else; null where that touches nothing.</summary>
    public static string? OfReceipt(CorrectionKind kind, int answers)
    {
        var touched = answers == 0 ? null : $"{answers.ToString("N0", CultureInfo.InvariantCulture)} past {(answers == 1 ? "answer quotes" : "answers quote")} what changed";
        return (kind, touched) switch
        {
            (CorrectionKind.Changed, _) => touched,
            (_, null) => kind == CorrectionKind.Retracted ? "it says that it is withdrawn" : "it says that it was corrected",
            _ => $"{(kind == CorrectionKind.Retracted ? "it says that it is withdrawn" : "it says that it was corrected")}; {touched}",
        };
    }

    /// <summary>What a source's notice says, for the line under it; null where it has none.</summary>
    public static string? OfNotice(DocumentNotice? notice) => notice switch
    {
        null => null,
        { Kind: NoticeKind.Retracted } => $"Retracted{Said(notice)}",
        _ => $"Corrected{Said(notice)}",
    };

    /// <summary>What stands now where a changed document was quoted; null where nothing is to be said.</summary>
    public static string? OfPlace(PlaceNow? now, string quote) => now switch
    {
        null => null,
        { Quote: null } => $"Revision {now.Revision}, fetched {Day(now.FetchedUtc)}, says this no more.",
        { Quote: { } text } when string.Equals(text, quote, StringComparison.Ordinal) => $"Revision {now.Revision}, fetched {Day(now.FetchedUtc)}, says the same here.",
        { Quote: { } text } => $"Revision {now.Revision}, fetched {Day(now.FetchedUtc)}, says here: “{Line(text)}”",
    };

    private static string Said(DocumentNotice? notice) => notice is null ? "." : $": “{Line(notice.Quote)}”";

    private static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Line(string quote)
    {
        var line = Spaces.Single(quote);
        if (line.Length <= LongestQuote) return line;
        var end = char.IsHighSurrogate(line[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return line[..end].TrimEnd() + "…";
    }
}
