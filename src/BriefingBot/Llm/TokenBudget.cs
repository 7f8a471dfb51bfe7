using BriefingBot.Core.Briefing.Models;
using BriefingBot.Core.Libraries;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Llm;

/// <summary>What a model may take in a day (UTC). Counted in bot.db, and in memory while that cannot be written.</summary>
/// <param name="daily">Tokens; null: as many as it likes, and nothing is counted.</param>
/// <param name="store">Opened only where there is a limit.</param>
/// <param name="time">Says which day it is.</param>
/// <param name="logger">Told when the count cannot be kept.</param>
internal sealed partial class TokenBudget(long? daily, Func<ModelSpendStore> store, TimeProvider time, ILogger<TokenBudget> logger)
{
    private readonly Lock _lock = new();
    private DateOnly _day;
    private long _spent;

    /// <exception cref="ModelException">The day's tokens are used up.</exception>
    public void Admit()
    {
        if (daily is not { } most) return;
        if (Count(0) >= most) throw new ModelException("the model has used up its tokens for today (Model:DailyTokens)");
    }

    public void Spend(long tokens)
    {
        if (daily is not null) Count(tokens);
    }

    private long Count(long tokens)
    {
        lock (_lock)
        {
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            if (today != _day) (_day, _spent) = (today, 0);
            _spent += tokens;
            try
            {
                _spent = Math.Max(_spent, tokens == 0 ? store().Of(today) : store().Add(today, tokens));
            }
            catch (LibraryException fault)
            {
                LogUnkept(fault);
            }

            return _spent;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The tokens of the day cannot be kept in bot.db; they are counted in memory.")]
    private partial void LogUnkept(Exception fault);
}
