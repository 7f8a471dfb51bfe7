using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>Asks a model and gives its sentences as they become whole.</summary>
internal sealed class ModelDrafting(IChatClient client, ModelSettings settings)
{
    /// <summary>Set once the text is over: the model said that the passages do not answer.</summary>
    public bool Refused { get; private set; }

    public async IAsyncEnumerable<DraftClaim> ReadAsync(string instructions, string request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var parser = new DraftParser();
        var options = new ChatOptions { Temperature = 0, MaxOutputTokens = settings.OutputTokens };
        await foreach (var update in client.GetStreamingResponseAsync(Messages(instructions, request), options, cancellationToken))
        {
            foreach (var claim in parser.Read(update.Text))
                yield return claim;
            if (parser.Endless)
                break;
        }

        foreach (var claim in parser.End())
            yield return claim;
        Refused = parser.Refused;
    }

    public static List<ChatMessage> Messages(string instructions, string request) => [new(ChatRole.System, instructions), new(ChatRole.User, request)];
}
