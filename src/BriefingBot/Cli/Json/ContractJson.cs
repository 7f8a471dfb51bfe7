using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using BriefingBot.Core.Briefing.Claims;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Evaluation;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli.Json;

/// <summary>The shapes of the contract: camel case, keys in the contract's order, nothing left out where it is null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    Converters =
    [
        typeof(UtcInstant),
        typeof(KebabEnum<AnswerStatus>),
        typeof(KebabEnum<SentenceKind>),
        typeof(KebabEnum<CitationStatus>),
        typeof(KebabEnum<DateSource>),
        typeof(KebabEnum<ReceiptOutcome>),
        typeof(KebabEnum<CheckVerdict>),
    ])]
[JsonSerializable(typeof(ReceiptsDocument))]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(CitationsDocument))]
[JsonSerializable(typeof(CheckDocument))]
[JsonSerializable(typeof(PassagesDocument))]
[JsonSerializable(typeof(DocumentsDocument))]
[JsonSerializable(typeof(OneDocument))]
[JsonSerializable(typeof(RemovalDocument))]
[JsonSerializable(typeof(LibrariesDocument))]
[JsonSerializable(typeof(LibraryDocument))]
[JsonSerializable(typeof(AliasesDocument))]
[JsonSerializable(typeof(GapsDocument))]
[JsonSerializable(typeof(CopyDocument))]
[JsonSerializable(typeof(ChecksDocument))]
[JsonSerializable(typeof(GrantDocument))]
[JsonSerializable(typeof(BindingDocument))]
[JsonSerializable(typeof(FeedbackDocument))]
[JsonSerializable(typeof(ForgottenDocument))]
[JsonSerializable(typeof(StatusDocument))]
[JsonSerializable(typeof(InviteDocument))]
[JsonSerializable(typeof(RetrievalMetrics))]
[JsonSerializable(typeof(AnswersMetrics))]
[JsonSerializable(typeof(ComparisonMetrics))]
[JsonSerializable(typeof(ExtractMetrics))]
[JsonSerializable(typeof(SupportMetrics))]
[JsonSerializable(typeof(PerturbMetrics))]
[JsonSerializable(typeof(StoriesMetrics))]
[JsonSerializable(typeof(Digest))]
[JsonSerializable(typeof(DigestFate))]
[JsonSerializable(typeof(SchedulesDocument))]
internal sealed partial class ContractJson : JsonSerializerContext
{
    /// <summary>As <see cref="Default"/>, with every letter as it is written: the output is a document, not a part of a page.</summary>
    public static ContractJson Readable => field ??= new(new(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
