using System.Text.Json.Serialization;
using BriefingBot.Cli.Json;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Libraries.Corrections;
using BriefingBot.Web.Channel;
using BriefingBot.Web.SignIn;

namespace BriefingBot.Web;

/// <summary>The page's own documents, in the shapes of the contract. The default encoder stays: markup in a text is escaped.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(UtcInstant), typeof(KebabEnum<AnswerStatus>), typeof(KebabEnum<SentenceKind>), typeof(KebabEnum<CitationStatus>), typeof(KebabEnum<DateSource>), typeof(KebabEnum<NoticeKind>), typeof(KebabEnum<CorrectionKind>)])]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(AcceptedDocument))]
[JsonSerializable(typeof(ChannelListDocument))]
[JsonSerializable(typeof(ChoiceListDocument))]
[JsonSerializable(typeof(ConversationDocument))]
[JsonSerializable(typeof(DocumentDocument))]
[JsonSerializable(typeof(ExchangeDocument))]
[JsonSerializable(typeof(LibraryPageDocument))]
[JsonSerializable(typeof(NoteDocument))]
[JsonSerializable(typeof(ReplyDocument))]
[JsonSerializable(typeof(RequestDocument))]
[JsonSerializable(typeof(SessionDocument))]
[JsonSerializable(typeof(SignInDocument))]
[JsonSerializable(typeof(PersonDocument))]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(GoneDocument))]
[JsonSerializable(typeof(HealthDocument))]
[JsonSerializable(typeof(SourceDocument))]
internal sealed partial class WebJson : JsonSerializerContext;

/// <summary>Why not, as a sentence.</summary>
internal sealed record ErrorDocument(string Error);

/// <param name="Live">The process answers.</param>
/// <param name="Ready">The library can be read.</param>
internal sealed record HealthDocument(bool Live, bool Ready);

/// <param name="Citation">What the number stands for.</param>
/// <param name="Text">The cleaned text of the quoted revision, or the part of it around the quote; null when the document was removed.</param>
/// <param name="TextStart">Where <paramref name="Text"/> begins in the revision, in UTF-16 code units: 0 unless the text is very long.</param>
/// <param name="Characters">Length of the whole revision, in UTF-16 code units.</param>
/// <param name="Removed">What was taken out of the page as furniture; empty when the document was removed.</param>
internal sealed record SourceDocument(Citation Citation, string? Text, int TextStart, int Characters, IReadOnlyList<RemovedDocument> Removed);
