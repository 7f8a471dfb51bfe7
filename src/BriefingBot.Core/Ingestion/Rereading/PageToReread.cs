using BriefingBot.Core.Ingestion.Fetching;

namespace BriefingBot.Core.Ingestion.Rereading;

/// <summary>A page that is read again for some days.</summary>
/// <param name="Address">Where it was after redirects: the origin of its document.</param>
/// <param name="Link">As asked for.</param>
/// <param name="Host">Of the address.</param>
/// <param name="DocumentId">What was made of it.</param>
/// <param name="FirstUtc">When it was first read.</param>
/// <param name="NextUtc">When it is due.</param>
/// <param name="Failures">Since it was last read.</param>
/// <param name="Validators">Of the last reading that was taken in; none before the first.</param>
public sealed record PageToReread(string Address, string Link, string Host, string DocumentId, DateTimeOffset FirstUtc, DateTimeOffset NextUtc, int Failures, PageValidators Validators);
