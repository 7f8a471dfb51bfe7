namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>What a person is told about an answer that is no page.</summary>
internal static class StatusSentences
{
    public static string Of(int status, string link, DateTimeOffset? retry) => status switch
    {
        401 => $"{link} asks for a login (401): save the page from your browser and add the file.",
        402 => $"{link} is behind a paywall (402): save the page from your browser and add the file.",
        403 => $"{link} is closed to programs (403): save the page from your browser and add the file.",
        404 => $"There is no page at {link} (404): check the link.",
        410 => $"The page at {link} is gone for good (410).",
        429 => $"The host of {link} asks for fewer requests (429): try again {When(retry)}.",
        451 => $"{link} is withheld for legal reasons (451).",
        503 when retry is not null => $"The host of {link} is busy (503): try again {When(retry)}.",
        >= 500 => $"The host of {link} has a fault ({status}): try again later.",
        >= 200 and < 300 => $"{link} gave no page ({status}).",
        _ => $"{link} gave no page (status {status}): check the link.",
    };

    public static string Of(HttpRequestError error, string host) => error switch
    {
        HttpRequestError.NameResolutionError => $"The host {host} cannot be found",
        HttpRequestError.SecureConnectionError => $"{host} has no valid certificate, so it cannot be told from an impostor",
        HttpRequestError.ResponseEnded => $"{host} broke off in the middle of the page",
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => $"{host} does not answer as a web server does",
        HttpRequestError.ConfigurationLimitExceeded => $"{host} sends headers larger than any page needs",
        _ => $"{host} cannot be reached",
    };

    public static bool IsNoText(string media) =>
        media.StartsWith("image/", StringComparison.OrdinalIgnoreCase) || media.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
        || media.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) || media.StartsWith("font/", StringComparison.OrdinalIgnoreCase);

    private static string When(DateTimeOffset? retry) => retry is { } at ? $"after {at:yyyy-MM-dd HH:mm} UTC" : "later";
}
