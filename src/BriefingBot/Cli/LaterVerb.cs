using System.CommandLine;

namespace BriefingBot.Cli;

/// <summary>A verb of the contract whose feature is not built yet: not in the help, and says so when called.</summary>
internal sealed class LaterVerb : Command
{
    public LaterVerb(string fullName) : base(fullName[(fullName.LastIndexOf(' ') + 1)..])
    {
        FullName = fullName;
        Hidden = true;
        TreatUnmatchedTokensAsErrors = false;
    }

    public string FullName { get; }
}
