namespace BriefingBot.Core.Retrieval;

/// <summary>Multiplies a score by 1 + boost · exp(−days / scale).</summary>
internal sealed class TimeBoost(RetrievalOptions options, QuestionDates dates, DateOnly? asked)
{
    /// <summary>No document gains more than this.</summary>
    public double Most => dates.Windows.Count > 0 || asked is not null ? 1 + options.TimeBoost : 1;

    public double Of(DateOnly? published)
    {
        if (published is not { } day)
            return 1;
        if (dates.Windows.Count > 0)
            return Decayed(dates.Windows.Min(w => w.Distance(day)));
        return asked is { } from && day <= from ? Decayed(from.DayNumber - day.DayNumber) : 1;
    }

    private double Decayed(int days) => 1 + (options.TimeBoost * Math.Exp(-days / options.TimeScaleDays));
}
