namespace BriefingBot.Core.Text;

/// <summary>A half-open range of UTF-16 code units, as C# and JavaScript count them.</summary>
/// <param name="Start">First code unit of the range.</param>
/// <param name="End">One past the last code unit.</param>
public readonly record struct TextRange(int Start, int End)
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether the two have a code unit in common.</summary>
    public bool Overlaps(TextRange other) => Start < other.End && other.Start < End;

    /// <summary>The text the range stands for.</summary>
    public string Of(string text) => text[Start..End];
}
