namespace BriefingBot.Core.Briefing.Models;

/// <summary>What the writer must know of the model it asks.</summary>
/// <param name="Name">What answers name as their writer.</param>
/// <param name="ContextTokens">Tokens of a request and its reply together.</param>
/// <param name="OutputTokens">Tokens of a reply.</param>
/// <param name="Timeout">A brief that is not written by then is not waited for.</param>
public sealed record ModelSettings(string Name, int ContextTokens, int OutputTokens, TimeSpan Timeout);
