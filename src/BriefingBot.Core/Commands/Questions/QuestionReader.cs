using BriefingBot.Core.Briefing.Models;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Commands.Questions;

/// <summary>Understands a question from the conversation it stands in: by a model where there is one, else by rule.</summary>
internal sealed class QuestionReader(QuestionRewriter? rewriter = null)
{
    /// <summary>Earlier turns a model is shown, and how much of each.</summary>
    private const int Turns = 4;
    private const int TurnLength = 600;

    /// <summary>Whether reading a question of a conversation means waiting for a model.</summary>
    public bool AsksModel => rewriter is not null;

    /// <summary>The question as it stands by itself; null where it does so as it was asked.</summary>
    /// <param name="question">As asked.</param>
    /// <param name="before">The answers of the conversation that this asker may see, oldest first.</param>
    /// <param name="cancellationToken">Stops the request to the model.</param>
    public async Task<string?> ReadAsync(string question, IReadOnlyList<Answer> before, CancellationToken cancellationToken)
    {
        if (before.Count == 0) return null;
        if (rewriter is null) return FollowUps.Rewrite(question, before);
        var rewritten = await rewriter.RewriteAsync([.. before.TakeLast(Turns).Select(Turn)], question, cancellationToken);
        if (rewritten is null) return FollowUps.Rewrite(question, before);
        return string.Equals(rewritten, question.Trim(), StringComparison.OrdinalIgnoreCase) ? null : rewritten;
    }

    private static string Turn(Answer answer)
    {
        var said = $"{answer.RewrittenQuestion ?? answer.Question} {answer.Text}";
        return said.Length <= TurnLength ? said : said[..TurnLength];
    }
}
