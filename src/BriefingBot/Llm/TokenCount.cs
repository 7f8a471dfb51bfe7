using Microsoft.Extensions.AI;

namespace BriefingBot.Llm;

/// <summary>Tokens of one request: what the server says it took, else an estimate, since usage may be missing.</summary>
internal sealed class TokenCount(IEnumerable<ChatMessage> messages)
{
    private const int CharactersPerToken = 3;
    private readonly long _asked = messages.Sum(message => (message.Text.Length / CharactersPerToken) + 4);
    private long _written;
    private UsageDetails? _usage;

    public long Input => _usage?.InputTokenCount ?? _asked;

    public long Output => _usage?.OutputTokenCount ?? (_written / CharactersPerToken);

    public long Total => _usage?.TotalTokenCount ?? (Input + Output);

    public void Add(ChatResponseUpdate update)
    {
        _written += update.Text.Length;
        _usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? _usage;
    }

    public void Add(ChatResponse response)
    {
        _written += response.Text.Length;
        _usage = response.Usage ?? _usage;
    }
}
