namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>Where the running text of a page lies: from its first to its last line of prose. Both -1 where there is none.</summary>
internal readonly record struct ArticleSpan(int First, int Last)
{
    public static ArticleSpan Of(List<TextLine> kept) => new(kept.FindIndex(l => l.IsProse), kept.FindLastIndex(l => l.IsProse));

    public bool HasProse => First >= 0;

    /// <summary>Before the first or after the last line of prose; everything is outside where there is no prose.</summary>
    public bool IsOutside(int line) => line < First || line > Last;
}
