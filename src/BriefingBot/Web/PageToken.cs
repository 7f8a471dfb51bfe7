using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Web;

/// <summary>
/// The anti-forgery token: a secret of this run that our own page reads and sends back with every change. Another site can send requests here, and
/// cannot read what they are answered.
/// </summary>
internal sealed class PageToken
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "X-BriefingBot-Token";

    private readonly byte[] _value = Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(32, lowercase: true));

    public string Value => Encoding.ASCII.GetString(_value);

    /// <summary>Lets through what changes nothing, and changes that carry the token.</summary>
    public Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return next(context);
        var sent = Encoding.UTF8.GetBytes(request.Headers[Header].ToString());
        return CryptographicOperations.FixedTimeEquals(sent, _value)
            ? next(context)
            : Reply.Error(context, StatusCodes.Status403Forbidden, "This request does not carry the page's token; nothing was done. Load the page again.");
    }

    public Task TellAsync(HttpContext context) => Reply.Json(context, new SessionDocument(Value), WebJson.Default.SessionDocument);
}
