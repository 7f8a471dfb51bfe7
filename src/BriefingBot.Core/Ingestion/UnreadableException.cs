namespace BriefingBot.Core.Ingestion;

/// <summary>The bytes cannot become a document. The message is a sentence for a person: what is wrong, and the remedy where there is one.</summary>
public sealed class UnreadableException : Exception
{
    /// <summary>For serialisers and tests; prefer a message.</summary>
    public UnreadableException()
    {
    }

    /// <summary>With a sentence for a person.</summary>
    public UnreadableException(string message)
        : base(message)
    {
    }

    /// <summary>With a sentence for a person and the fault behind it.</summary>
    public UnreadableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
