using Microsoft.Extensions.Options;

namespace BriefingBot;

/// <summary>Where the local web channel listens, and under which address people reach it.</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>The address to listen on; loopback unless changed.</summary>
    public string Url { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The address written into links; null means <see cref="Url"/>.</summary>
    public string? PublicUrl { get; set; }

    internal sealed class Validator : IValidateOptions<WebOptions>
    {
        public ValidateOptionsResult Validate(string? name, WebOptions options)
        {
            if (!IsWebAddress(options.Url)) return ValidateOptionsResult.Fail($"Web:Url is \"{options.Url}\": it must be an address such as http://127.0.0.1:5080");
            if (options.PublicUrl is { Length: > 0 } address && !IsWebAddress(address))
                return ValidateOptionsResult.Fail($"Web:PublicUrl is \"{address}\": it must be an http or https address");
            return ValidateOptionsResult.Success;
        }

        // "http://*:5080" and "http://+:5080" listen everywhere and are no Uri.
        private static bool IsWebAddress(string text) =>
            Uri.TryCreate(text.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https";
    }
}
