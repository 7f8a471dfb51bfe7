using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace FakeDiscord;

/// <summary>One call as an endpoint sees it.</summary>
internal sealed record Call(string Method, string[] Path, JsonNode? Body, List<(string Name, byte[] Bytes)> Files, IQueryCollection Query)
{
    public ulong Id(int n) => ulong.TryParse(Path[n], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? id
        : throw new Refusal(400, 50035, "Invalid Form Body") { Errors = new JsonObject { [Path[n - 1]] = new JsonObject { ["_errors"] = new JsonArray(new JsonObject { ["code"] = "NUMBER_TYPE_COERCE", ["message"] = $"Value \"{Path[n]}\" is not snowflake." }) } } };

    public JsonObject Object => Body as JsonObject ?? throw new Refusal(400, 50109, "The request body contains invalid JSON.");
}

/// <summary>The front of the REST API: authorization, limits, misbehaviour, and the shapes of answers.</summary>
internal sealed class RestApi(World world, Faults faults, RateLimits limits, Endpoints endpoints)
{
    public async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!["/api/v10/".Length..].Split('/');
        var answer = await AnswerAsync(context, path);
        if (faults.Done is { } done)
        {
            await done(context.Request.Method, string.Join('/', path));
        }

        context.Response.StatusCode = answer.Status;
        if (answer.Status == 204)
        {
            return;
        }

        context.Response.ContentType = answer.Body.StartsWith('<') ? "text/html" : "application/json";
        if (faults.Happens(faults.Slow))
        {
            await context.Response.StartAsync();
            await Task.Delay(faults.SlowBy, world.Options.Time, context.RequestAborted);
        }

        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }

    private async Task<(int Status, string Body)> AnswerAsync(HttpContext context, string[] path)
    {
        try
        {
            var byToken = path[0] is "interactions" or "webhooks";
            if (!byToken && context.Request.Headers.Authorization != "Bot " + world.Options.Token)
            {
                throw new Refusal(401, 0, "401: Unauthorized");
            }

            if (faults.Refuse?.Invoke(context.Request.Method, string.Join('/', path)) is { } refused)
            {
                return refused;
            }

            if (Limited(context, path, byToken) is { } limited)
            {
                return limited;
            }

            if (faults.Happens(faults.ErrorBefore, RequestOf(context)))
            {
                return (502, "<html>bad gateway</html>");
            }

            var call = await ReadAsync(context, path);
            JsonNode? result;
            lock (world.Gate)
            {
                result = endpoints.Handle(call);
            }

            world.Changed();
            return faults.Happens(faults.ErrorAfter, RequestOf(context)) ? (500, """{"message":"500: Internal Server Error","code":0}""") : result is null ? (204, "") : (200, result.ToJsonString());
        }
        catch (Refusal refusal)
        {
            lock (world.Gate)
            {
                world.Refusals.Add($"{refusal.Status} {refusal.Code} {context.Request.Method} {string.Join('/', path.Take(2))} {refusal.Json()["errors"]?.ToJsonString()}");
            }

            world.Changed();
            return (refusal.Status, refusal.Json().ToJsonString());
        }
    }

    private (int, string)? Limited(HttpContext context, string[] path, bool byToken)
    {
        var (bucket, major) = (context.Request.Method, path) switch
        {
            ("POST", ["channels", var channel, "messages"]) => ("post", channel),
            ("PATCH", ["channels", var channel, "messages", _]) => ("edit", channel),
            (_, ["webhooks", _, var token, ..]) => ("hook", token),
            _ => ("", ""),
        };
        var state = limits.Take(bucket, major, global: !byToken);
        if (state is { Global: false })
        {
            var headers = context.Response.Headers;
            headers["X-RateLimit-Limit"] = state.Limit.ToString();
            headers["X-RateLimit-Remaining"] = state.Remaining.ToString();
            headers["X-RateLimit-Reset-After"] = state.ResetAfter.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
            headers["X-RateLimit-Bucket"] = "b" + bucket;
        }

        return state is { Exceeded: true } ? Refused(context, state.ResetAfter, state.Global, "user")
            : faults.Happens(faults.Limit, RequestOf(context)) ? Refused(context, TimeSpan.FromMilliseconds(60), global: false, "shared")
            : null;
    }

    private static string RequestOf(HttpContext context) => $"{context.Request.Method} {context.Request.Path}";

    private static (int, string) Refused(HttpContext context, TimeSpan wait, bool global, string scope)
    {
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString();
        context.Response.Headers["X-RateLimit-Scope"] = global ? "global" : scope;
        if (global)
        {
            context.Response.Headers["X-RateLimit-Global"] = "true";
        }

        return (429, new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = wait.TotalSeconds, ["global"] = global }.ToJsonString());
    }

    private static async Task<Call> ReadAsync(HttpContext context, string[] path)
    {
        var files = new List<(string, byte[])>();
        string text;
        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            foreach (var file in form.Files)
            {
                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes, context.RequestAborted);
                files.Add((file.FileName, bytes.ToArray()));
            }

            text = form["payload_json"].ToString();
        }
        else
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            text = await reader.ReadToEndAsync(context.RequestAborted);
        }

        if (files.Any(static file => file.Item2.Length > 10 * 1024 * 1024))
        {
            throw new Refusal(413, 40005, "Request entity too large");
        }

        try
        {
            return new Call(context.Request.Method, path, text.Length == 0 ? null : JsonNode.Parse(text), files, context.Request.Query);
        }
        catch (JsonException)
        {
            throw new Refusal(400, 50109, "The request body contains invalid JSON.");
        }
    }
}
