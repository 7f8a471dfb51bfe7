using System.Collections.Concurrent;

namespace BriefingBot.Core.Prompts;

/// <summary>
/// The prompts in use. A file in one of the folders wins over the one the program carries; it is read again when it changes, and one
/// that has become unusable is reported once while the last good one stays.
/// </summary>
public sealed class PromptCatalog
{
    private readonly IReadOnlyList<string> _folders;
    private readonly Action<string>? _report;
    private readonly ConcurrentDictionary<string, Loaded> _loaded = new(StringComparer.Ordinal);

    /// <param name="folders">Looked through in order; folders that do not exist are passed over.</param>
    /// <param name="report">Told in a sentence when a changed file cannot be used; null: nobody listens.</param>
    /// <exception cref="PromptException">a prompt cannot be used</exception>
    public PromptCatalog(IReadOnlyList<string> folders, Action<string>? report = null)
    {
        ArgumentNullException.ThrowIfNull(folders);
        (_folders, _report) = (folders, report);
        foreach (var kind in PromptKind.All)
            _loaded[kind.Name] = Load(kind, Stamp(kind));
    }

    /// <summary>The prompt as its file has it now.</summary>
    public PromptTemplate Find(PromptKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var last = _loaded[kind.Name];
        var stamp = Stamp(kind);
        if (stamp == last.Stamp)
            return last.Template;
        try
        {
            return (_loaded[kind.Name] = Load(kind, stamp)).Template;
        }
        catch (Exception fault) when (fault is PromptException or IOException or UnauthorizedAccessException)
        {
            _report?.Invoke($"{fault.Message} The prompt that was in use before stays in use.");
            _loaded[kind.Name] = last with { Stamp = stamp };
            return last.Template;
        }
    }

    private static string Embedded(PromptKind kind)
    {
        using var stream = typeof(PromptCatalog).Assembly.GetManifestResourceStream($"prompts/{kind.Name}.md")
            ?? throw new PromptException($"prompts/{kind.Name}.md is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static Loaded Load(PromptKind kind, FileStamp stamp)
    {
        var text = stamp.Path is { } path ? File.ReadAllText(path) : Embedded(kind);
        return new Loaded(PromptTemplate.Read(stamp.Path ?? $"prompts/{kind.Name}.md", text, kind), stamp);
    }

    private FileStamp Stamp(PromptKind kind)
    {
        foreach (var folder in _folders)
        {
            var file = new FileInfo(Path.Combine(folder, kind.Name + ".md"));
            if (file.Exists)
                return new FileStamp(file.FullName, file.LastWriteTimeUtc, file.Length);
        }

        return new FileStamp(null, default, 0);
    }

    private sealed record Loaded(PromptTemplate Template, FileStamp Stamp);

    private readonly record struct FileStamp(string? Path, DateTime WrittenUtc, long Length);
}
