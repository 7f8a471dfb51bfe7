namespace BriefingBot.Core.Stories;

/// <summary>One of several documents that carry the same text.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Title">Of its current revision.</param>
/// <param name="Publisher">Null when unknown.</param>
/// <param name="Agency">Whom the report is credited to, other than the publisher; null when unknown.</param>
/// <param name="PublishedOn">Null when unknown.</param>
/// <param name="PublishedUtc">Null when unknown.</param>
/// <param name="Arrival">Rises with the order in which documents came.</param>
public sealed record CopyMember(string DocumentId, string Title, string? Publisher, string? Agency, DateOnly? PublishedOn, DateTimeOffset? PublishedUtc, long Arrival);

/// <summary>Documents with the same text. They count once.</summary>
/// <param name="Members">The one to cite first: the earliest by day, on that day the agency's own, then by instant and arrival. Never empty.</param>
public sealed record CopyGroup(IReadOnlyList<CopyMember> Members)
{
    /// <summary>The one that is cited.</summary>
    public CopyMember Original => Members[0];

    /// <summary>Who else carries the text, by name; a document without a publisher by its title.</summary>
    public IReadOnlyList<string> AlsoCarriedBy(string? ownPublisher) =>
    [
        .. Members.Select(m => m.Publisher ?? m.Title)
            .Where(name => name.Length > 0 && !string.Equals(name, ownPublisher, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>Whose text it is: the agency's where one is credited, else the first publisher's.</summary>
    public string? Owner => Members.Select(m => m.Agency).FirstOrDefault(a => a is not null) ?? Original.Publisher;

    internal static CopyGroup? Of(IReadOnlyList<CopyMember> members) => members.Count switch
    {
        0 => null,
        1 => new CopyGroup(members),
        _ => new CopyGroup(
        [
            .. members
                .OrderBy(m => m.PublishedOn ?? DateOnly.MaxValue)
                .ThenBy(m => members.Any(o => o.Agency is not null && string.Equals(o.Agency, m.Publisher, StringComparison.OrdinalIgnoreCase)) ? 0 : 1)
                .ThenBy(m => m.PublishedUtc ?? DateTimeOffset.MaxValue)
                .ThenBy(m => m.Arrival),
        ]),
    };
}
