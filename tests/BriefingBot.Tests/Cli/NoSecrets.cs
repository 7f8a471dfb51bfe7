using System.Runtime.CompilerServices;

namespace BriefingBot.Tests.Cli;

/// <summary>Lets no run of a test read the user secrets of whoever runs it: a real token among them would reach a real Discord.</summary>
internal static class NoSecrets
{
    /// <summary>Where user secrets are looked for in this process.</summary>
    public static string Folder { get; } = Directory.CreateTempSubdirectory("briefingbot-secrets-").FullName;

    [ModuleInitializer]
    internal static void Hide()
    {
        Environment.SetEnvironmentVariable("APPDATA", Folder);
        AppDomain.CurrentDomain.ProcessExit += static (_, _) => Directory.Delete(Folder, recursive: true);
    }
}
