using BriefingBot.Cli.Json;
using Microsoft.Extensions.Options;

namespace BriefingBot.Cli.Health;

/// <summary>Whether every setting can be read and has a value that makes sense.</summary>
internal static class SettingsCheck
{
    private const string Name = "settings";

    public static Check Look(VerbRun run)
    {
        try
        {
            run.CheckSettings();
            return new Check(Name, true, "every setting is valid", null);
        }
        catch (UsageException fault)
        {
            return Bad(fault.Message);
        }
        catch (OptionsValidationException fault)
        {
            return Bad(Faults.Sentence(fault));
        }
    }

    private static Check Bad(string sentence) => new(Name, false, sentence, "Correct that key in appsettings.json, in the file given with --config, or in the environment.");
}
