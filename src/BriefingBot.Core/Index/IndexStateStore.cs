using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Index;

/// <summary>What is known about the index as a whole: who made it, and whether it is whole.</summary>
internal sealed class IndexStateStore(LibrarySession session)
{
    /// <summary>Raised when the same terms are laid out in another way, so that old indexes are built again.</summary>
    public const int Layout = 3;

    public (int? Analyser, int? Layout) Versions()
    {
        using var row = session.Prepared("select analyser_version, layout_version from index_state where id = 1").ExecuteReader();
        row.Read();
        return (row.IsDBNull(0) ? null : row.GetInt32(0), row.IsDBNull(1) ? null : row.GetInt32(1));
    }

    /// <summary>The last revision that an unfinished build has done; null when the index is whole.</summary>
    public long? BuiltThrough() => session.Prepared("select built_through from index_state where id = 1").ExecuteScalar() as long?;

    public void SetBuiltThrough(long? revision) =>
        session.Prepared("update index_state set built_through = $through where id = 1").Bind("$through", revision).ExecuteNonQuery();

    /// <summary>Whether the index was made by this program's analyser and layout, and whole; an empty one is.</summary>
    public bool IsCurrent() => BuiltThrough() is null && Versions() is var (analyser, layout) && (analyser is null || IsOurs(analyser, layout));

    public bool IsOurs() => Versions() is var (analyser, layout) && IsOurs(analyser, layout);

    public void Sign() => session.Prepared("update index_state set analyser_version = $analyser, layout_version = $layout where id = 1")
        .Bind("$analyser", Analyser.Version).Bind("$layout", Layout).ExecuteNonQuery();

    /// <summary>Signs an empty index.</summary>
    /// <exception cref="InvalidOperationException">Another analyser made it.</exception>
    public void Claim()
    {
        var (analyser, layout) = Versions();
        if (IsOurs(analyser, layout)) return;
        if (analyser is not null)
            throw new InvalidOperationException($"The index of library \"{session.File.Name}\" was made by analyser {analyser}, this is {Analyser.Version}: build it again first.");
        Sign();
    }

    private static bool IsOurs(int? analyser, int? layout) => analyser == Analyser.Version && layout == Layout;
}
