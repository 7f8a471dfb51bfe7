using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Channels;

/// <summary>The section <c>Limits</c> of the configuration.</summary>
public sealed partial class LimitsOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Limits";

    /// <summary>Questions a person may ask at once after a rest.</summary>
    [Range(1, 10_000)]
    public int PersonBurst { get; set; } = 60;

    /// <summary>Questions a person may ask per minute in the long run.</summary>
    [Range(1, 10_000)]
    public int PersonPerMinute { get; set; } = 10;

    /// <summary>Questions a channel may ask at once after a rest.</summary>
    [Range(1, 100_000)]
    public int ChannelBurst { get; set; } = 240;

    /// <summary>Questions a channel may ask per minute in the long run.</summary>
    [Range(1, 100_000)]
    public int ChannelPerMinute { get; set; } = 60;

    /// <summary>Questions that may wait in one channel.</summary>
    [Range(1, 10_000)]
    public int Queue { get; set; } = 100;

    /// <summary>Libraries the editors of one workspace may make.</summary>
    [Range(0, 10_000)]
    public int LibrariesPerWorkspace { get; set; } = 20;

    /// <summary>Names the key of a bad value at start-up.</summary>
    [OptionsValidator]
    public sealed partial class Validator : IValidateOptions<LimitsOptions>;
}
