namespace BriefingBot.Core.Libraries;

/// <summary>The library revision: one counter per file.</summary>
internal static class LibraryStateStore
{
    public static long Revision(LibrarySession session) =>
        (long)session.Prepared("select revision from library_state where id = 1").ExecuteScalar()!;

    // Two statements: see Binding.InsertedId for what "returning" would cost.
    public static long Raise(LibrarySession session)
    {
        session.Prepared("update library_state set revision = revision + 1 where id = 1").ExecuteNonQuery();
        return Revision(session);
    }
}
