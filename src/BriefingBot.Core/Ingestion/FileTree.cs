using System.IO.Enumeration;

namespace BriefingBot.Core.Ingestion;

/// <summary>A file to read, or why there is none.</summary>
internal readonly record struct FoundFile(string Path, string? Failure);

/// <summary>Walks files and folders in ordinal order of names; hidden ones and other kinds of file are passed over, links followed unless they lead back up.</summary>
internal static class FileTree
{
    private const int Deepest = 64;

    private static readonly EnumerationOptions All = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    public static IEnumerable<FoundFile> Find(string path)
    {
        string full;
        try
        {
            full = Path.GetFullPath(path);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException or PathTooLongException)
        {
            return [new FoundFile(path, $"\"{path}\" is no path ({fault.Message.TrimEnd('.')}).")];
        }

        if (Directory.Exists(full)) return Folder(Path.TrimEndingDirectorySeparator(full));
        if (File.Exists(full)) return [new FoundFile(full, SpecialKind(full, Real(new FileInfo(full)) ?? full))];
        return [new FoundFile(full, $"There is no file or folder {full}: check the path.")];
    }

    private static IEnumerable<FoundFile> Folder(string root)
    {
        var any = false;
        foreach (var found in Below(new DirectoryInfo(root), []))
        {
            any = true;
            yield return found;
        }

        if (!any) yield return new FoundFile(root, $"The folder {root} holds no readable files ({string.Join(", ", SourceWalker.Extensions)}).");
    }

    private static IEnumerable<FoundFile> Below(DirectoryInfo folder, List<string> above)
    {
        var real = Real(folder);
        if (real is null || above.Contains(real, StringComparer.Ordinal) || above.Count >= Deepest)
        {
            yield return new FoundFile(folder.FullName, real is null ? $"The link {folder.FullName} leads nowhere." : $"The folder {folder.FullName} leads back to one above it, or lies too deep: it was not followed.");
            yield break;
        }

        var (entries, failure) = Entries(folder);
        if (failure is not null) yield return new FoundFile(folder.FullName, failure);
        above.Add(real);
        foreach (var (name, isFolder) in entries)
        {
            var path = Path.Combine(folder.FullName, name);
            if (isFolder)
            {
                foreach (var found in Below(new DirectoryInfo(path), above)) yield return found;
            }
            else
            {
                yield return new FoundFile(path, Real(new FileInfo(path)) is { } file ? SpecialKind(path, file) : $"The link {path} leads nowhere.");
            }
        }

        above.RemoveAt(above.Count - 1);
    }

    /// <summary>Names of what a folder holds, in order. An object for each of a hundred thousand files, with what the system says of it, would be a good part of the memory of adding them.</summary>
    private static (IReadOnlyList<(string Name, bool IsFolder)> Entries, string? Failure) Entries(DirectoryInfo folder)
    {
        try
        {
            var entries = new FileSystemEnumerable<(string Name, bool IsFolder)>(folder.FullName, (ref entry) => (entry.FileName.ToString(), entry.IsDirectory), All)
            {
                ShouldIncludePredicate = (ref entry) => !entry.FileName.StartsWith('.') && !entry.IsHidden && (entry.IsDirectory || SourceWalker.Extensions.Contains(Path.GetExtension(entry.FileName).ToString(), StringComparer.OrdinalIgnoreCase)),
            }.ToArray();
            Array.Sort(entries, (a, b) => string.CompareOrdinal(a.Name, b.Name));
            return (entries, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ([], $"The folder {folder.FullName} cannot be opened ({fault.Message.TrimEnd('.')}): check that you may read it.");
        }
    }

    /// <summary>Why what has this name is not read: opening a pipe waits for its other end, a device may never end. Null for a file.</summary>
    private static string? SpecialKind(string path, string real) =>
        SpecialFile.IsOne(real) ? $"{path} is a pipe, a device or a socket: give a file, or pipe its content in with \"add -\"." : null;

    /// <summary>The file or folder behind links; null where a link leads nowhere or round in a circle.</summary>
    private static string? Real(FileSystemInfo entry)
    {
        if (entry is FileInfo && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint)) return entry.FullName;
        try
        {
            var target = entry.ResolveLinkTarget(returnFinalTarget: true);
            return target is null ? entry.FullName : target.Exists ? target.FullName : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
