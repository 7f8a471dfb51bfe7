using BriefingBot.Core.Ingestion.Fetching;

namespace BriefingBot.Core.Ingestion.Rereading;

/// <summary>What a page gave when it was asked for again.</summary>
/// <param name="Item">Null where it is as it was, or could not be read.</param>
/// <param name="Validators">To ask with next time; null where it was not sent.</param>
/// <param name="Fault">Why it could not be read, a sentence; null where it could.</param>
/// <param name="RetryAtUtc">When the host wants to be asked again; null where it did not say.</param>
internal sealed record PageReadAgain(IngestItem? Item, PageValidators? Validators, string? Fault, DateTimeOffset? RetryAtUtc);
