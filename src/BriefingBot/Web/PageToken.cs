using System.Security.Cryptography;
using System.Text;
using BriefingBot.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Web;

/// <summary>
/// The anti-forgery token: our own page reads it and sends it back with every change. Another site can send requests here, and cannot read what they are
/// answered. It is made from a secret of this run and the session, so that one person's token is of no use to another.
/// </summary>
internal sealed class PageToken
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "X-BriefingBot-Token";

    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>The token of a visitor; null is one who has yet to sign in.</summary>
    public string Of(Visitor? visitor) => Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(visitor?.Key ?? "")));

    /// <summary>Lets through what changes nothing, and changes that carry the token.</summary>
    public Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return next(context);
        var sent = Encoding.UTF8.GetBytes(request.Headers[Header].ToString());
        return CryptographicOperations.FixedTimeEquals(sent, Encoding.UTF8.GetBytes(Of(context.VisitorOrNobody())))
            ? next(context)
            : Reply.Error(context, StatusCodes.Status403Forbidden, "This request does not carry the page's token; nothing was done. Load the page again.");
    }
}
