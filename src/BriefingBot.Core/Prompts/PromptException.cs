namespace BriefingBot.Core.Prompts;

/// <summary>A prompt that cannot be used: the message names the file, what is wrong and the remedy.</summary>
public sealed class PromptException : Exception
{
    public PromptException()
    {
    }

    public PromptException(string message)
        : base(message)
    {
    }

    public PromptException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
