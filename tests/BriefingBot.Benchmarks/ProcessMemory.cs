using System.Globalization;

namespace BriefingBot.Benchmarks;

/// <summary>Peak resident memory of this process, in MB: VmHWM where the system has it (Linux, proc(5)), else the runtime's own count.</summary>
internal static class ProcessMemory
{
    private const string StatusFile = "/proc/self/status";

    /// <summary>Counts the peak from here on; does nothing where the system cannot (proc(5), clear_refs).</summary>
    public static void ResetPeak()
    {
        const string references = "/proc/self/clear_refs";
        if (File.Exists(references))
            File.WriteAllText(references, "5");
    }

    public static double PeakMb()
    {
        if (!File.Exists(StatusFile))
            return System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        var line = File.ReadLines(StatusFile).First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
