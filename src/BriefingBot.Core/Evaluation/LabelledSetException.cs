namespace BriefingBot.Core.Evaluation;

/// <summary>A labelled set that cannot be read: the message names the file, the line where there is one, and the remedy.</summary>
public sealed class LabelledSetException : Exception
{
    public LabelledSetException()
    {
    }

    public LabelledSetException(string message)
        : base(message)
    {
    }

    public LabelledSetException(string message, Exception inner)
        : base(message, inner)
    {
    }

    internal LabelledSetException(string file, int line, string problem, Exception? inner = null)
        : base($"{file}, line {line}: {problem}", inner)
    {
    }
}
