namespace BriefingBot.Core.Libraries;

/// <summary>The library revision: one counter per file.</summary>
internal static class LibraryStateStore
{
    public static long Revision(LibrarySession session) =>
        (long)session.Prepared("select revision from library_state where id = 1").ExecuteScalar()!;

    public static long Raise(LibrarySession session) =>
        (long)session.Prepared("update library_state set revision = revision + 1 where id = 1 returning revision").ExecuteScalar()!;
}
