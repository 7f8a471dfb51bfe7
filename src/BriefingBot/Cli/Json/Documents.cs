using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli.Json;

/// <summary>What <c>add</c> and <c>library reclean</c> answer.</summary>
internal sealed record ReceiptsDocument(IReadOnlyList<Receipt> Receipts);

/// <summary>What <c>source</c> answers.</summary>
internal sealed record CitationsDocument(IReadOnlyList<Citation> Citations);

/// <summary>What <c>search</c> answers.</summary>
internal sealed record PassagesDocument(IReadOnlyList<FoundPassage> Passages);

internal sealed record FoundPassage(
    int Rank, long PassageId, string DocumentId, string Title, string? Publisher, DateOnly? PublishedOn, double Score, string Text);

/// <summary>What <c>documents</c> answers.</summary>
internal sealed record DocumentsDocument(IReadOnlyList<ListedDocument> Documents);

internal sealed record ListedDocument(
    string DocumentId,
    string Title,
    string? Publisher,
    string? Agency,
    string? Byline,
    DateOnly? PublishedOn,
    DateSource? PublishedFrom,
    string? Language,
    string? Url,
    string Origin,
    int Revision,
    DateTimeOffset AddedUtc,
    DateTimeOffset FetchedUtc,
    DateTimeOffset? RemovedUtc,
    int Passages,
    int Characters,
    int RemovedCharacters);

/// <summary>What <c>documents ID</c> answers; <c>removed</c> is null unless asked for.</summary>
internal sealed record OneDocument(ListedDocument Document, IReadOnlyList<RemovedPart>? Removed);

/// <summary>What <c>documents ID --remove</c> answers.</summary>
internal sealed record RemovalDocument(string DocumentId, bool Purged);

/// <summary>What <c>library list</c> answers.</summary>
internal sealed record LibrariesDocument(IReadOnlyList<ListedLibrary> Libraries);

internal sealed record ListedLibrary(string Name, int Documents, int Passages, DateOnly? NewestSource);

/// <summary>What <c>library create</c> and <c>library remove</c> answer.</summary>
internal sealed record LibraryDocument(string Library);

/// <summary>What the alias verbs answer.</summary>
internal sealed record AliasesDocument(IReadOnlyList<Alias> Aliases);

/// <summary>What <c>library gaps</c> answers.</summary>
internal sealed record GapsDocument(IReadOnlyList<Gap> Gaps);

/// <summary>What <c>backup</c> and <c>restore</c> answer; <c>replaced</c> is the folder that keeps what stood in the data folder before.</summary>
internal sealed record CopyDocument(string Directory, IReadOnlyList<string> Files, string? Replaced);

/// <summary>What <c>doctor</c> answers.</summary>
internal sealed record ChecksDocument(IReadOnlyList<Check> Checks);

/// <param name="Name">What was looked at.</param>
/// <param name="Ok">Whether it is as it should be.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Remedy">What to do; null where nothing need be done.</param>
internal sealed record Check(string Name, bool Ok, string Detail, string? Remedy);
