using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Ingestion;

/// <summary>The section <c>Ingestion</c> of the configuration.</summary>
public sealed partial class IngestionOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Ingestion";

    /// <summary>Bytes; a larger item becomes a failed receipt and is not read into memory. At most 1 GB: text has to fit into one string.</summary>
    [Range(1, 1_000_000_000L)]
    public long MaxItemBytes { get; set; } = 50_000_000;

    /// <summary>Whether the bytes as received are kept beside the text. Without them a newer cleaner cannot read a document again.</summary>
    public bool KeepOriginals { get; set; } = true;

    /// <summary>Off only to measure what finding copies costs; no setting.</summary>
    internal bool FindCopies { get; init; } = true;

    /// <summary>Names the key of a bad value at start-up.</summary>
    [OptionsValidator]
    public sealed partial class Validator : IValidateOptions<IngestionOptions>;
}
