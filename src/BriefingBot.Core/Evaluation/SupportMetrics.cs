namespace BriefingBot.Core.Evaluation;

/// <summary>What <c>eval support</c> measures over labelled claims.</summary>
/// <param name="BalancedAccuracy">Mean of <paramref name="SupportedAccepted"/> and <paramref name="UnsupportedWithheld"/>, by the shipped rules; null where one kind is missing.</param>
/// <param name="Auroc">Of the best window's coverage: the chance that a supported claim has more of it; null where one kind is missing.</param>
/// <param name="Pairs">Claims in the set.</param>
/// <param name="SupportedAccepted">Share of the supported claims that pass every rule.</param>
/// <param name="UnsupportedWithheld">Share of the unsupported claims that a rule withholds.</param>
/// <param name="Rules">Per rule, in the order they are asked: the claims it was the first to withhold.</param>
public sealed record SupportMetrics(
    double? BalancedAccuracy, double? Auroc, int Pairs, double? SupportedAccepted, double? UnsupportedWithheld, IReadOnlyDictionary<string, RuleCount> Rules);

/// <param name="Supported">Supported claims it withheld: its false alarms.</param>
/// <param name="Unsupported">Unsupported claims it withheld.</param>
public sealed record RuleCount(int Supported, int Unsupported);
