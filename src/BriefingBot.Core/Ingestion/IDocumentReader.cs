namespace BriefingBot.Core.Ingestion;

/// <summary>Reads one format. Readers hold no state and may be called from several threads at once.</summary>
public interface IDocumentReader
{
    /// <summary>Whether these bytes are of the reader's format: by content first, the name of the origin only where content leaves it open.</summary>
    bool CanRead(SourceBytes source);

    /// <summary>Decodes, cleans and describes the text.</summary>
    /// <exception cref="UnreadableException">with a sentence for a person</exception>
    ReadText Read(SourceBytes source);
}
