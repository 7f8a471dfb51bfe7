using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>The section <c>Fetching</c> of the configuration: how links and feeds are asked for.</summary>
public sealed partial class FetchOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Fetching";

    /// <summary>For one link with all its redirects, from the first byte asked to the last one read; waiting for a host's turn is not counted.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Least time between two requests to one host.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan HostDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Redirects followed for one link.</summary>
    [Range(0, 20)]
    public int MaxRedirects { get; set; } = 5;

    /// <summary>Bytes out for each byte in, beyond which a compressed answer is refused.</summary>
    [Range(10, 2000)]
    public int MaxCompressionRatio { get; set; } = 200;

    /// <summary>For so many days after it was first read a page is read again, less and less often, so that its corrections are found; 0 for never.</summary>
    [Range(0, 365)]
    public int RereadDays { get; set; } = 7;

    /// <summary>A link or address by which a host can reach whoever runs this bot; sent in the user agent. Null sends none.</summary>
    public string? Contact { get; set; }

    /// <summary>Lets links lead to this machine itself. For tests; every other closed address stays closed.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>Names the key of a bad value at start-up.</summary>
    [OptionsValidator]
    public sealed partial class Validator : IValidateOptions<FetchOptions>;
}
