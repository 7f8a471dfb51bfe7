namespace BriefingBot.Core.Briefing.Models;

/// <summary>A model that cannot be used just now. The message is half a sentence for the reader: "the model …".</summary>
public sealed class ModelException : Exception
{
    public ModelException()
    {
    }

    public ModelException(string message)
        : base(message)
    {
    }

    public ModelException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
