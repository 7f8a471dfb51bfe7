#pragma warning disable
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion;

/// <summary>Cuts a text into passages of whole sentences.</summary>
public static class PassageCutter
{
    /// <summary>Ranges of at most 150 words, in text order.</summary>
    public static IReadOnlyList<TextRange> Cut(string text, IReadOnlyList<TextRange> sentences) => throw new NotSupportedException(text + sentences);
}
