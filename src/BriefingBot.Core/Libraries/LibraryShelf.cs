namespace BriefingBot.Core.Libraries;

/// <summary>Libraries that stay open as long as the process runs, so that a question opens no file.</summary>
public sealed class LibraryShelf(LibraryCatalog catalog) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LibraryFile> _open = new(StringComparer.Ordinal);
    private bool _closed;

    /// <summary>The library of that file name, opened at the first call. It stays the shelf's to close.</summary>
    /// <exception cref="LibraryException">It cannot be opened; the message says why and what to do.</exception>
    public LibraryFile Open(string name)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (!_open.TryGetValue(name, out var library)) _open[name] = library = catalog.Open(name);
            return library;
        }
    }

    /// <summary>The libraries that are open now.</summary>
    public IReadOnlyList<LibraryFile> Opened()
    {
        lock (_lock) return [.. _open.Values];
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            foreach (var library in _open.Values) library.Dispose();
            _open.Clear();
        }
    }
}
