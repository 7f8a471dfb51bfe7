using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Briefing;

/// <summary>Reads every quote again from the stored revision before it is shown.</summary>
/// <param name="read">The stored text of a revision of a document; null where there is none.</param>
internal sealed class QuoteVerifier(Func<string, int, string?> read)
{
    private readonly Dictionary<(string, int), string?> _texts = [];

    /// <summary>Why a citation must not be shown; null when its quote stands exactly where it says.</summary>
    public string? Fault(Citation citation)
    {
        var key = (citation.DocumentId, citation.Revision);
        if (!_texts.TryGetValue(key, out var text))
            _texts[key] = text = read(citation.DocumentId, citation.Revision);
        if (text is null)
            return $"Revision {citation.Revision} of {citation.DocumentId} is not stored any more.";
        if (citation.Start < 0 || citation.End > text.Length || citation.Start >= citation.End)
            return $"Revision {citation.Revision} of {citation.DocumentId} has no characters {citation.Start} to {citation.End}.";
        return text.AsSpan(citation.Start, citation.End - citation.Start).SequenceEqual(citation.Quote)
            ? null
            : $"The quote does not stand at characters {citation.Start} to {citation.End} of revision {citation.Revision} of {citation.DocumentId}.";
    }
}
