namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>What a server said about a page, so that it need not be sent again (RFC 9110, section 8.8).</summary>
/// <param name="ETag">As sent, quotes and all; null where none was.</param>
/// <param name="LastModified">As sent; null where it was not.</param>
public sealed record PageValidators(string? ETag, string? LastModified)
{
    /// <summary>Whether there is anything to ask with.</summary>
    public bool Any => ETag is not null || LastModified is not null;
}

/// <summary>Why a link gave no page.</summary>
public enum FetchFault
{
    /// <summary>No link to a page: another scheme, a name and password in it, no host.</summary>
    Link,

    /// <summary>It leads to an address that is not of the public internet.</summary>
    Address,

    /// <summary>The host's robots.txt asks not to.</summary>
    Robots,

    /// <summary>The host cannot be found or reached, or broke off.</summary>
    Network,

    /// <summary>It took too long.</summary>
    Time,

    /// <summary>The host answered with an error.</summary>
    Status,

    /// <summary>Too many bytes.</summary>
    Size,

    /// <summary>Too many redirects, a circle of them, or one that leads nowhere.</summary>
    Redirect,

    /// <summary>Packed in a way that is not read, broken, or made to burst.</summary>
    Compression,

    /// <summary>Not a text: a picture, a recording.</summary>
    Kind,

    /// <summary>The host asked to be left alone until later.</summary>
    Paused,

    /// <summary>A page that asks for money, consent or proof of being a person instead of showing its article.</summary>
    Gate,
}

/// <summary>What came of asking for a link.</summary>
public abstract record FetchOutcome
{
    private protected FetchOutcome()
    {
    }
}

/// <summary>A page, read to its end.</summary>
/// <param name="Bytes">Unpacked.</param>
/// <param name="Address">Where it was in the end, after redirects.</param>
/// <param name="MediaType">As the host named it, lower case; null where it did not.</param>
/// <param name="Charset">As the host named it; null where it did not.</param>
/// <param name="Validators">To ask with next time.</param>
/// <param name="FetchedUtc">When it was read.</param>
/// <param name="MovedTo">Where permanent redirects (301, 308) alone lead; null where there were none at the start.</param>
public sealed record FetchedPage(
    ReadOnlyMemory<byte> Bytes, Uri Address, string? MediaType, string? Charset, PageValidators Validators, DateTimeOffset FetchedUtc, Uri? MovedTo = null) : FetchOutcome;

/// <summary>The page is as it was when the validators were given.</summary>
public sealed record PageNotModified : FetchOutcome;

/// <summary>No page.</summary>
/// <param name="Fault">The kind of reason.</param>
/// <param name="Reason">A sentence for a person, with the remedy where there is one.</param>
/// <param name="RetryAtUtc">When the host wants to be asked again at the earliest; null where it did not say.</param>
/// <param name="Status">The HTTP status; null where there was none.</param>
public sealed record FetchFailed(FetchFault Fault, string Reason, DateTimeOffset? RetryAtUtc = null, int? Status = null) : FetchOutcome;
