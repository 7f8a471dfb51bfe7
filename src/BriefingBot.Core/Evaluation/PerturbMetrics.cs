namespace BriefingBot.Core.Evaluation;

/// <summary>What <c>eval perturb</c> measures, by what was changed and by whose words they were.</summary>
/// <param name="Verbatim">Sentences of a passage with one thing changed.</param>
/// <param name="Paraphrased">Supported claims in somebody's own words with one thing changed; empty for an answers set.</param>
public sealed record PerturbMetrics(IReadOnlyDictionary<string, PerturbCount> Verbatim, IReadOnlyDictionary<string, PerturbCount> Paraphrased);

/// <param name="Items">Claims that could be changed this way.</param>
/// <param name="Detected">Share of the changed ones that are withheld, by all rules together; null without items.</param>
/// <param name="FalseAlarm">Share of the unchanged ones that are withheld, by all rules together.</param>
/// <param name="DetectedByRules">As <paramref name="Detected"/>, not counting claims withheld only because too few of their words stand in the passage.</param>
/// <param name="FalseAlarmByRules">The same for <paramref name="FalseAlarm"/>.</param>
public sealed record PerturbCount(int Items, double? Detected, double? FalseAlarm, double? DetectedByRules, double? FalseAlarmByRules);
