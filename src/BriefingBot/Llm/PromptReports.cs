using Microsoft.Extensions.Logging;

namespace BriefingBot.Llm;

internal static partial class PromptReports
{
    [LoggerMessage(1, LogLevel.Warning, "{Said}")]
    public static partial void LogPrompt(this ILogger logger, string said);
}
