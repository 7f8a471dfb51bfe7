namespace BriefingBot.Core.Evaluation.Runs;

/// <summary>A text file that a run writes beside its metrics.</summary>
internal static class OutputFile
{
    /// <summary>Opened at the start of the run, so that a path that cannot be written is told before the work; null writes nowhere.</summary>
    public static TextWriter Create(string? path)
    {
        if (path is null)
            return TextWriter.Null;
        try
        {
            return new StreamWriter(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LabelledSetException($"{path}: the file cannot be written ({fault.Message}). Name a file in a folder that exists.", fault);
        }
    }
}
