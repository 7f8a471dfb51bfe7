#pragma warning disable
using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Libraries;

/// <summary>The folder of libraries: data/libraries/&lt;name&gt;.db.</summary>
public sealed class LibraryCatalog(string dataDirectory, TimeProvider time)
{
    public string DataDirectory => dataDirectory;
    public LibraryFile Open(string name) => throw new NotSupportedException(name + time);       // existing only; LibraryNotFoundException
    public LibraryFile OpenOrCreate(string name) => throw new NotSupportedException(name);
    public LibraryFile Create(string name) => throw new NotSupportedException(name);             // LibraryExistsException
    public void Remove(string name) => throw new NotSupportedException(name);
    public IReadOnlyList<string> List() => throw new NotSupportedException();
}

/// <summary>One open library. Many readers, one writer at a time (in this process by a lock, across processes by BEGIN IMMEDIATE and the busy timeout).</summary>
public sealed class LibraryFile : IDisposable
{
    public string Name => throw new NotSupportedException();
    public string Path => throw new NotSupportedException();
    public T Read<T>(Func<LibrarySession, T> work) => throw new NotSupportedException(work.ToString());     // one deferred read transaction: a consistent snapshot
    public T Write<T>(Func<LibrarySession, T> work) => throw new NotSupportedException(work.ToString());    // BEGIN IMMEDIATE .. COMMIT; rolled back when work throws
    public void Write(Action<LibrarySession> work) => throw new NotSupportedException(work.ToString());
    public void Dispose() { }
}

/// <summary>A connection inside one transaction. Upper rooms write their own SQL through it (Dapper on Connection, passing Transaction).</summary>
public sealed class LibrarySession
{
    public SqliteConnection Connection => throw new NotSupportedException();
    public SqliteTransaction Transaction => throw new NotSupportedException();
    /// <summary>Counter raised by one by every committed change to documents.</summary>
    public long LibraryRevision => throw new NotSupportedException();
    public LibraryFile File => throw new NotSupportedException();
}

public sealed record NewRevision(string Text, DocumentMetadata Metadata, DateTimeOffset FetchedUtc, RevisionCause Cause, int CleanerVersion, string ContentHash, IReadOnlyList<RemovedPart> Removed, byte[]? Original);
public sealed record DocumentSummary(string Id, string Origin, int RevisionNumber, DocumentMetadata Metadata, DateTimeOffset AddedUtc, DateTimeOffset FetchedUtc, int Passages, int Characters, int RemovedCharacters, DateTimeOffset? RemovedUtc);

public sealed class DocumentStore(LibrarySession session)
{
    public Document? Find(string id) => throw new NotSupportedException(id + session);
    public Document? FindByOrigin(string origin) => throw new NotSupportedException(origin);
    public Revision? FindRevision(string documentId, int number) => throw new NotSupportedException(documentId);
    public Revision Revision(long revisionId) => throw new NotSupportedException();
    /// <summary>The ids of documents whose current revision was made from these bytes.</summary>
    public IReadOnlyList<string> FindByContentHash(string sha256) => throw new NotSupportedException(sha256);
    /// <summary>New document with revision 1; id null = a new ten-character id. Raises the library revision.</summary>
    public Document Add(string? id, string origin, NewRevision revision) => throw new NotSupportedException(origin);
    public Revision AddRevision(string documentId, NewRevision revision) => throw new NotSupportedException(documentId);
    public IReadOnlyList<DocumentSummary> List(bool includeRemoved = false) => throw new NotSupportedException();
    public int Count() => throw new NotSupportedException();
    public DateOnly? NewestPublishedOn() => throw new NotSupportedException();
    public byte[]? Original(string contentHash) => throw new NotSupportedException(contentHash);
    public void Remove(string documentId) => throw new NotSupportedException(documentId);
    public void Purge(string documentId) => throw new NotSupportedException(documentId);
}

public sealed class PassageStore(LibrarySession session)
{
    public IReadOnlyList<Passage> Add(Revision revision, IReadOnlyList<Text.TextRange> ranges) => throw new NotSupportedException(revision + "" + session);
    public IReadOnlyList<Passage> ForRevision(long revisionId) => throw new NotSupportedException();
    public IReadOnlyList<Passage> Find(IReadOnlyCollection<long> ids) => throw new NotSupportedException();
    public int Count() => throw new NotSupportedException();
}

public sealed class AnswerStore(LibrarySession session)
{
    public void Add(Answer answer, IReadOnlyList<long> passagesConsidered) => throw new NotSupportedException(answer.AnswerId + session);
    /// <summary>With every citation's status as of now, and removed quotes blanked where purged.</summary>
    public Answer? Find(string answerId) => throw new NotSupportedException(answerId);
    public IReadOnlyList<Answer> Recent(int count) => throw new NotSupportedException();
    /// <summary>Questions answered "insufficient", most asked first.</summary>
    public IReadOnlyList<Gap> Gaps() => throw new NotSupportedException();
}
public sealed record Gap(string Question, int Asked, DateTimeOffset LastAskedUtc);

public sealed record Alias(string Name, string SameAs, string Source /* "document" or "desk" */, string? DocumentId);
public sealed class AliasStore(LibrarySession session)
{
    public void Add(Alias alias) => throw new NotSupportedException(alias + "" + session);
    public bool Remove(string name, string sameAs) => throw new NotSupportedException(name);
    public IReadOnlyList<Alias> List() => throw new NotSupportedException();
}

/// <summary>A fault that a person can mend: the message names the thing and the remedy.</summary>
public class LibraryException : Exception
{
    public LibraryException() { }
    public LibraryException(string message) : base(message) { }
    public LibraryException(string message, Exception inner) : base(message, inner) { }
}
public static class ShortId { /* ten Crockford base-32 characters from RandomNumberGenerator */ public static string New() => throw new NotSupportedException(); }
