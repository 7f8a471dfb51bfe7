namespace BriefingBot.Core.Evaluation;

/// <summary>What <c>eval extract</c> measures over the pages of a labelled set.</summary>
/// <param name="Pages">Pages in the set.</param>
/// <param name="Precision">Mean over pages of the share of extracted word 4-grams that stand in the expected body.</param>
/// <param name="Recall">Mean over pages of the share of expected 4-grams that were extracted.</param>
/// <param name="F1">Of the two means.</param>
/// <param name="TitleExact">Share of the pages with an expected title where the title is equal after settling white space; null where no page gives one. The same for the others.</param>
/// <param name="BylineExact">See <paramref name="TitleExact"/>.</param>
/// <param name="PublisherExact">See <paramref name="TitleExact"/>.</param>
/// <param name="PublishedOnExact">See <paramref name="TitleExact"/>.</param>
public sealed record ExtractMetrics(int Pages, double Precision, double Recall, double F1, double? TitleExact, double? BylineExact, double? PublisherExact, double? PublishedOnExact);

/// <summary>One page: its scores, and per field whether it is right; null where the page expects nothing of it.</summary>
/// <param name="Id">The page's key in <c>ground-truth.json</c>.</param>
/// <param name="Precision">0 to 1.</param>
/// <param name="Recall">0 to 1.</param>
/// <param name="F1">0 to 1.</param>
/// <param name="TitleExact">Null where not expected; the same for the others.</param>
/// <param name="BylineExact">See <paramref name="TitleExact"/>.</param>
/// <param name="PublisherExact">See <paramref name="TitleExact"/>.</param>
/// <param name="PublishedOnExact">See <paramref name="TitleExact"/>.</param>
/// <param name="Reason">Why the page could not be read; null where it could.</param>
public sealed record ExtractItem(string Id, double Precision, double Recall, double F1, bool? TitleExact, bool? BylineExact, bool? PublisherExact, bool? PublishedOnExact, string? Reason);

/// <summary>The run: totals and every page, in the order of the set.</summary>
public sealed record ExtractResult(ExtractMetrics Metrics, IReadOnlyList<ExtractItem> Items);
