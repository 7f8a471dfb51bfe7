using System.Text.Json;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Libraries;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Web;

/// <summary>A question in, an answer of the contract out.</summary>
internal sealed class AskEndpoint(LibraryFile library, Briefer briefer, QuestionGate gate)
{
    /// <summary>Longest question, in UTF-16 code units; the page's field has the same bound.</summary>
    public const int LongestQuestion = 5000;

    /// <summary>Largest request body in bytes: the longest question with every character escaped, and some room.</summary>
    public const int LargestBody = 64 * 1024;

    public async Task AskAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            await Reply.Error(context, StatusCodes.Status415UnsupportedMediaType, """Send the question as JSON: {"question": "…"}""");
            return;
        }

        var question = await ReadQuestionAsync(context);
        if (Refusal(question) is { } sentence)
        {
            await Reply.Error(context, StatusCodes.Status400BadRequest, sentence);
            return;
        }

        if (await BeginAsync(question!, context.RequestAborted) is not { } start)
        {
            context.Response.Headers.RetryAfter = "5";
            await Reply.Error(context, StatusCodes.Status429TooManyRequests, "Too many questions are waiting. Ask again in a few seconds.");
            return;
        }

        var answer = await briefer.EndAsync(library, start, null, context.RequestAborted);
        await Reply.Json(context, answer, WebJson.Default.Answer);
    }

    /// <summary>Null when too many ask. A turn is for work: it is given back before a model is waited for.</summary>
    private async Task<BriefStart?> BeginAsync(string question, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        return turn is null ? null : await Task.Run(() => briefer.Begin(library, new BriefRequest(question), cancellationToken), cancellationToken);
    }

    private static async Task<string?> ReadQuestionAsync(HttpContext context)
    {
        try
        {
            var asked = await JsonSerializer.DeserializeAsync(context.Request.Body, WebJson.Default.AskDocument, context.RequestAborted);
            return asked?.Question?.Trim();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Refusal(string? question) => question switch
    {
        null => """Send the question as JSON: {"question": "…"}""",
        "" => "Write a question first.",
        { Length: > LongestQuestion } => $"The question has {question.Length} characters; at most {LongestQuestion} are read. Shorten it.",
        _ => null,
    };
}
