using BriefingBot.Cli;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace BriefingBot;

/// <summary>
/// Where settings come from, later ones winning: <c>appsettings.json</c> beside the program, user secrets, <c>--config FILE</c>, the environment.
/// </summary>
internal static class Settings
{
    /// <summary>The id <c>dotnet user-secrets</c> knows the program by, as in its project file.</summary>
    internal const string SecretsId = "briefingbot";

    private const string Prefix = "BRIEFINGBOT_";

    /// <exception cref="UsageException">a file that is not there or is no JSON</exception>
    public static IConfigurationRoot Read(string? configFile)
    {
        var builder = new ConfigurationBuilder();
        builder.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false);
        builder.AddUserSecrets(SecretsId, reloadOnChange: false);
        if (configFile is not null)
        {
            if (!File.Exists(configFile)) throw new UsageException($"--config: there is no file {configFile}");
            builder.AddJsonFile(Path.GetFullPath(configFile), optional: false, reloadOnChange: false);
        }

        builder.Add(new SectionedEnvironment());
        try
        {
            return builder.Build();
        }
        catch (InvalidDataException fault)
        {
            throw new UsageException($"{fault.Message.TrimEnd('.')}: {fault.GetBaseException().Message}", fault);
        }
    }

    /// <summary>
    /// Variables of the form <c>BRIEFINGBOT_Section__Key</c> only. A name without a section is no setting: <c>BRIEFINGBOT_DATA</c> tells the tests
    /// where labelled sets lie, and must not become the data folder.
    /// </summary>
    private sealed class SectionedEnvironment : IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => new Provider();

        private sealed class Provider() : EnvironmentVariablesConfigurationProvider(Prefix)
        {
            public override void Load()
            {
                base.Load();
                foreach (var key in Data.Keys.Where(key => !key.Contains(':', StringComparison.Ordinal)).ToList()) Data.Remove(key);
            }
        }
    }
}
