using System.Reflection;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Web;

/// <summary>Documents about a port that does not exist, carried inside the program so that there is something to ask about.</summary>
internal static class SampleDocuments
{
    /// <summary>What the origin of a sample begins with.</summary>
    public const string OriginPrefix = "sample:";

    private const string ResourcePrefix = "samples/";

    /// <summary>Questions the samples answer; the first is asked at the first start.</summary>
    public static IReadOnlyList<string> Questions { get; } =
    [
        "How many dockers walked out at Port Varran?",
        "What is known about soldiers at Port Varran?",
        "What does the settlement say about shifts?",
    ];

    /// <summary>File names in a fixed order.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(name => name[ResourcePrefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>One sample as the ingestor takes it.</summary>
    public static IngestItem Item(string file, DateTimeOffset fetchedUtc) => new(new SourceBytes(OriginPrefix + file, Bytes(file), fetchedUtc));

    /// <summary>How many of the samples the library still holds.</summary>
    public static int CountIn(LibrarySession session)
    {
        var documents = new DocumentStore(session);
        return Files.Count(file => documents.FindByOrigin(OriginPrefix + file) is { RemovedUtc: null });
    }

    private static byte[] Bytes(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourcePrefix + file)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
