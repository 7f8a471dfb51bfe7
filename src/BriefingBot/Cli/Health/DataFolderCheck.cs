using BriefingBot.Cli.Json;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli.Health;

/// <summary>Whether the data folder is there and can be written, tried by writing.</summary>
internal static class DataFolderCheck
{
    private const string Name = "data folder";

    public static Check Look(string directory)
    {
        if (File.Exists(directory)) return Bad(directory, "is a file");
        if (!Directory.Exists(directory)) return new Check(Name, true, $"{directory} does not exist yet; the first \"add\" makes it", null);
        var probe = Path.Combine(directory, $"doctor-{ShortId.New()}.tmp");
        try
        {
            File.WriteAllBytes(probe, [1]);
            File.Delete(probe);
            return new Check(Name, true, $"{directory} can be written", null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Bad(directory, $"cannot be written: {fault.Message}");
        }
    }

    private static Check Bad(string directory, string what) =>
        new(Name, false, $"{directory} {what}", "Give this user the right to write it, make room on its disk, or name another folder with --data.");
}
