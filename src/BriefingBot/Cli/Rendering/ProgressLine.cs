namespace BriefingBot.Cli.Rendering;

/// <summary>One line of progress on standard error, redrawn in place: count, rate, time left. Silent for short work and where nobody watches.</summary>
internal sealed class ProgressLine(Terminal terminal, TimeProvider time, string things) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(200);
    private const int BarWidth = 20;

    private readonly Lock _drawing = new();
    private long _start = time.GetTimestamp();
    private string? _stage;
    private TimeSpan? _drawn;
    private bool _visible;

    /// <param name="done">How many things are done.</param>
    /// <param name="total">How many there are; null while that is unknown.</param>
    /// <param name="stage">What is being done, when that changes.</param>
    public void Report(int done, int? total, string? stage = null)
    {
        if (!terminal.Progress) return;
        lock (_drawing)
        {
            // Each stage has its own rate: documents are not counted into the seconds of the questions.
            if (stage is not null && _stage is not null && !string.Equals(stage, _stage, StringComparison.Ordinal)) (_start, _drawn) = (time.GetTimestamp(), null);
            _stage = stage;
            var elapsed = time.GetElapsedTime(_start);
            if (elapsed < Patience || elapsed - _drawn < Redraw) return;
            (_drawn, _visible) = (elapsed, true);
            terminal.Error.Write($"\r\e[K{Line(done, total, elapsed, stage ?? things)}");
        }
    }

    /// <summary>Makes room for what is printed next.</summary>
    public void Clear()
    {
        lock (_drawing)
        {
            if (_visible) terminal.Error.Write("\r\e[K");
            _visible = false;
        }
    }

    public void Dispose() => Clear();

    private static string Line(int done, int? total, TimeSpan elapsed, string things)
    {
        var rate = done / elapsed.TotalSeconds;
        if (total is not > 0 || rate <= 0) return $"{done:N0} {things} · {rate:N0}/s";
        var share = Math.Clamp(done / (double)total.Value, 0, 1);
        var bar = new string('━', (int)(share * BarWidth)).PadRight(BarWidth, '╌');
        return $"{bar} {done:N0} of {total:N0} {things} · {rate:N0}/s · {Left(TimeSpan.FromSeconds((total.Value - done) / rate))}";
    }

    private static string Left(TimeSpan left) => left switch
    {
        { TotalSeconds: < 1 } => "almost done",
        { TotalMinutes: < 2 } => $"{left.TotalSeconds:0} s left",
        { TotalHours: < 2 } => $"{left.TotalMinutes:0} min left",
        _ => $"{left.TotalHours:0} h left",
    };
}
