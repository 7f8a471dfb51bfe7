namespace BriefingBot.Cli;

/// <summary>Wrong usage or invalid configuration: the message is a sentence that names the option or key.</summary>
internal sealed class UsageException : Exception
{
    public UsageException()
    {
    }

    public UsageException(string message) : base(message)
    {
    }

    public UsageException(string message, Exception inner) : base(message, inner)
    {
    }
}
