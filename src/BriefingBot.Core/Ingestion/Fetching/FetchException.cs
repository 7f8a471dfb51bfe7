using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>Carries an expected failure out of the depths of a request; never leaves this folder.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "thrown here only, always with its outcome")]
internal sealed class FetchException(FetchFailed failure, Exception? inner = null) : Exception(failure.Reason, inner)
{
    public FetchFailed Failure { get; } = failure;

    public static FetchException Of(FetchFault fault, string reason, Exception? inner = null) => new(new FetchFailed(fault, reason), inner);
}
