using BriefingBot.Core.Briefing.Claims;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Libraries.Corrections;

namespace BriefingBot.Cli.Json;

/// <summary>What <c>add</c> and <c>library reclean</c> answer.</summary>
internal sealed record ReceiptsDocument(IReadOnlyList<Receipt> Receipts);

/// <summary>What <c>source</c> answers.</summary>
internal sealed record CitationsDocument(IReadOnlyList<Citation> Citations);

/// <summary>What <c>check</c> answers.</summary>
internal sealed record CheckDocument(CheckVerdict Verdict, IReadOnlyList<Citation> Citations);

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
    int RemovedCharacters,
    NoticeKind? Notice);

/// <summary>What <c>documents ID</c> answers; <c>removed</c> is null unless asked for.</summary>
internal sealed record OneDocument(ListedDocument Document, IReadOnlyList<RemovedPart>? Removed, IReadOnlyList<DocumentNotice> Notices, IReadOnlyList<Correction> Corrections);

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

/// <summary>What <c>library grant</c> and <c>library revoke</c> answer.</summary>
internal sealed record GrantDocument(string Library, string Platform, string Workspace);

/// <summary>What <c>library bind</c> answers.</summary>
internal sealed record BindingDocument(string Library, string Platform, string Workspace, string Channel);

/// <summary>What <c>library export --feedback</c> answers.</summary>
internal sealed record FeedbackDocument(string Directory, int Questions, int Documents);

/// <summary>What <c>forget</c> answers.</summary>
internal sealed record ForgottenDocument(int Questions, int Feedback);

/// <summary>What <c>status</c> answers.</summary>
/// <param name="Libraries">Names.</param>
/// <param name="Bindings">Which channel opens which.</param>
/// <param name="Questions">Of the last week.</param>
/// <param name="Discord">Whether a token is set.</param>
/// <param name="Digests">The schedules, the paused ones with why.</param>
/// <param name="Corrections">A line for each library.</param>
internal sealed record StatusDocument(
    IReadOnlyList<string> Libraries, IReadOnlyList<BindingDocument> Bindings, QuestionCounts Questions, bool Discord, IReadOnlyList<DigestStateDocument> Digests, IReadOnlyList<LibraryCorrections> Corrections);

/// <param name="ScheduleId">The schedule.</param>
/// <param name="Library">The library's file.</param>
/// <param name="Channel">"platform/workspace/channel".</param>
/// <param name="At">"07:30, Europe/Berlin".</param>
/// <param name="NextDueUtc">Null while it is paused.</param>
/// <param name="PausedReason">Null while it runs.</param>
internal sealed record DigestStateDocument(string ScheduleId, string Library, string Channel, string At, DateTimeOffset? NextDueUtc, string? PausedReason);

/// <summary>Documents of a library that changed or were corrected or withdrawn in the last week, and the past answers that corrections ever touched.</summary>
internal sealed record LibraryCorrections(string Library, int Changed, int Corrected, int Retracted, int TouchedAnswers);

/// <summary>What <c>discord invite</c> answers.</summary>
internal sealed record InviteDocument(string Name, string Invite, IReadOnlyList<string> Permissions);

/// <summary>The questions of the last week by how far they have come.</summary>
internal sealed record QuestionCounts(int Accepted, int Shown, int Interrupted, int Cancelled, int Failed);
