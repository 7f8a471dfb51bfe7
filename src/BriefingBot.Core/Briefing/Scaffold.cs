#pragma warning disable
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Briefing;

public enum BriefLength { Default, Short, Brief }
public sealed record BriefRequest(string Question, DateOnly? AsOf = null, BriefLength Length = BriefLength.Default, DateOnly? AskedOn = null);
/// <summary>Retrieves, writes, verifies, stores the answer and returns it.</summary>
public sealed class Briefer { public Answer Ask(LibraryFile library, BriefRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException(library + "" + request); }
