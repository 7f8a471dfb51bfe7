using BriefingBot.Core.Libraries;

namespace BriefingBot.Web.Channel;

/// <param name="Channels">One for each library, by name.</param>
/// <param name="Commands">The menu.</param>
internal sealed record ChannelListDocument(IReadOnlyList<ChannelDocument> Channels, IReadOnlyList<CommandDocument> Commands);

/// <param name="Name">Of the channel and its library.</param>
/// <param name="Documents">Documents not removed.</param>
/// <param name="Newest">The newest published day; null where no document has one.</param>
/// <param name="Samples">How many of the documents are the samples of the first start.</param>
/// <param name="Examples">Questions to begin with; empty where there are no samples.</param>
internal sealed record ChannelDocument(string Name, int Documents, DateOnly? Newest, int Samples, IReadOnlyList<string> Examples);

internal sealed record CommandDocument(string Name, string Description, IReadOnlyList<OptionDocument> Options);

/// <param name="Name">As typed before a colon.</param>
/// <param name="Description">One line.</param>
/// <param name="Required">Whether the command needs it.</param>
/// <param name="Suggests">Whether its values are suggested.</param>
internal sealed record OptionDocument(string Name, string Description, bool Required, bool Suggests);

internal sealed record ChoiceListDocument(IReadOnlyList<ChoiceDocument> Choices);

internal sealed record ChoiceDocument(string Value, string Label);

/// <param name="Documents">Those that match, newest first.</param>
/// <param name="Total">How many match.</param>
/// <param name="Publishers">Every publisher of the library with its number of documents, most first.</param>
/// <param name="Days">Documents per published day of those that match, oldest first; days without any are left out.</param>
/// <param name="Undated">How many of those that match have no day.</param>
internal sealed record LibraryPageDocument(
    IReadOnlyList<ListedDocument> Documents, int Total, IReadOnlyList<CountDocument> Publishers, IReadOnlyList<CountDocument> Days, int Undated);

internal sealed record CountDocument(string Name, int Count);

internal sealed record ListedDocument(string Id, string Title, string? Publisher, string? Byline, DateOnly? PublishedOn, DateSource? PublishedFrom, DateTimeOffset AddedUtc, int Passages);

/// <summary>A document of the library page, whole.</summary>
internal sealed record DocumentDocument(ListedDocument Document, string? Url, string Origin, int Revision, DateTimeOffset FetchedUtc, string Text, bool Shortened, IReadOnlyList<RemovedDocument> Removed);

/// <param name="Rule">What took it out.</param>
/// <param name="Text">What was taken out, as text; the beginning of it where it is long.</param>
internal sealed record RemovedDocument(string Rule, string Text);
