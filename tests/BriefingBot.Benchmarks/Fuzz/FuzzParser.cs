using BriefingBot.Core.Ingestion;

namespace BriefingBot.Benchmarks.Fuzz;

/// <summary>A parser, and whole inputs of its format to be broken.</summary>
internal sealed record FuzzParser(string Name, byte[][] Seeds, Action<byte[]> Parse)
{
    /// <summary>Null where the bytes were read, or refused with a sentence.</summary>
    public string? Try(byte[] bytes)
    {
        try
        {
            Parse(bytes);
            return null;
        }
        catch (UnreadableException)
        {
            return null;
        }
        catch (Exception fault)
        {
            return $"{fault.GetType().Name}: {fault.Message}";
        }
    }
}
