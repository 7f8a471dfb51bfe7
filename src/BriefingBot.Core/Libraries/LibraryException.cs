namespace BriefingBot.Core.Libraries;

/// <summary>A fault that a person can mend: the message names the thing and the remedy.</summary>
public class LibraryException : Exception
{
    public LibraryException() { }
    public LibraryException(string message) : base(message) { }
    public LibraryException(string message, Exception? inner) : base(message, inner) { }
}

/// <summary>No library, document or backup of that name.</summary>
public sealed class LibraryNotFoundException : LibraryException
{
    public LibraryNotFoundException() { }
    public LibraryNotFoundException(string message) : base(message) { }
    public LibraryNotFoundException(string message, Exception? inner) : base(message, inner) { }
}

/// <summary>The name is taken.</summary>
public sealed class LibraryExistsException : LibraryException
{
    public LibraryExistsException() { }
    public LibraryExistsException(string message) : base(message) { }
    public LibraryExistsException(string message, Exception? inner) : base(message, inner) { }
}

/// <summary>Written by a newer version than this one; nothing was changed.</summary>
public sealed class LibraryNewerException : LibraryException
{
    public LibraryNewerException() { }
    public LibraryNewerException(string message) : base(message) { }
    public LibraryNewerException(string message, Exception? inner) : base(message, inner) { }
}

/// <summary>Damaged, or not one of our files at all.</summary>
public sealed class LibraryCorruptException : LibraryException
{
    public LibraryCorruptException() { }
    public LibraryCorruptException(string message) : base(message) { }
    public LibraryCorruptException(string message, Exception? inner) : base(message, inner) { }
}

/// <summary>No room left; the change was rolled back.</summary>
public sealed class LibraryFullException : LibraryException
{
    public LibraryFullException() { }
    public LibraryFullException(string message) : base(message) { }
    public LibraryFullException(string message, Exception? inner) : base(message, inner) { }
}

/// <summary>The file or its folder does not allow writing.</summary>
public sealed class LibraryReadOnlyException : LibraryException
{
    public LibraryReadOnlyException() { }
    public LibraryReadOnlyException(string message) : base(message) { }
    public LibraryReadOnlyException(string message, Exception? inner) : base(message, inner) { }
}

/// <summary>Held by another process for longer than we wait.</summary>
public sealed class LibraryBusyException : LibraryException
{
    public LibraryBusyException() { }
    public LibraryBusyException(string message) : base(message) { }
    public LibraryBusyException(string message, Exception? inner) : base(message, inner) { }
}
