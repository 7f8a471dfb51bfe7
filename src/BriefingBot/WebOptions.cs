using BriefingBot.Web;
using Microsoft.Extensions.Options;

namespace BriefingBot;

/// <summary>Where the local web channel listens, under which address people reach it, and whether they sign in.</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>The address to listen on; loopback unless changed.</summary>
    public string Url { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The address people open, and that is written into links; null means <see cref="Url"/>.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Whether everybody signs in, by a link that <c>web invite</c> prints. Needed wherever other machines reach the page.</summary>
    public bool SignIn { get; set; }

    internal sealed class Validator : IValidateOptions<WebOptions>
    {
        public ValidateOptionsResult Validate(string? name, WebOptions options) =>
            WebAddress.Read(options).Fault is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }
}
