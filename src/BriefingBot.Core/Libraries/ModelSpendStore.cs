using System.Globalization;

namespace BriefingBot.Core.Libraries;

/// <summary>Tokens a model took on a day, in bot.db: a restart forgets none, and two processes on one folder count together.</summary>
public sealed class ModelSpendStore(BotFile bot)
{
    private const string Key = "model.tokens";

    /// <summary>Tokens of the day so far.</summary>
    /// <exception cref="LibraryException">The file cannot be read.</exception>
    public long Of(DateOnly day) => Read(bot.Get(Key), day);

    /// <summary>Counts tokens to a day and gives the day's sum. Only the newest day is kept.</summary>
    /// <exception cref="LibraryException">The file cannot be written.</exception>
    public long Add(DateOnly day, long tokens) => bot.Database.Write((connection, transaction) =>
    {
        var sum = Read(SettingStore.Get(connection, transaction, Key), day) + tokens;
        SettingStore.Set(connection, transaction, Key, string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {sum}"));
        return sum;
    });

    private static long Read(string? stored, DateOnly day) =>
        stored?.Split(' ') is [var counted, var tokens] && counted == day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        && long.TryParse(tokens, NumberStyles.None, CultureInfo.InvariantCulture, out var sum) ? sum : 0;
}
