namespace BriefingBot.Core.Libraries;

/// <summary>The library revision: one counter per file.</summary>
internal static class LibraryStateStore
{
    public static long Revision(LibrarySession session) =>
        (long)session.Prepared("select revision from library_state where id = 1").ExecuteScalar()!;

    /// <summary>Writes the revision the session has come to.</summary>
    public static void Write(LibrarySession session) =>
        session.Prepared("update library_state set revision = $revision where id = 1").Bind("$revision", session.LibraryRevision).ExecuteNonQuery();
}
