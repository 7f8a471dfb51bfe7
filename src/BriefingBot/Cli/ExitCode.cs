namespace BriefingBot.Cli;

/// <summary>What the process says to the shell; part of the contract with scripts.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Fault = 1;

    /// <summary>Wrong usage or invalid configuration; the message names the option or key.</summary>
    public const int Usage = 2;

    /// <summary>Some items failed, the rest are done; the receipts say which.</summary>
    public const int SomeFailed = 3;

    /// <summary>The library does not say.</summary>
    public const int NotInLibrary = 4;

    /// <summary>Stopped by the person; nothing half-written.</summary>
    public const int Interrupted = 130;
}
