using Dapper;

namespace BriefingBot.Core.Libraries;

/// <summary>Another name for the same thing. Names compare without case (ASCII).</summary>
/// <param name="Name">The name, "IS-K".</param>
/// <param name="SameAs">What it is another name of, "ISIS-K".</param>
/// <param name="Source">"document" where it was read from one, "desk" where a person added it.</param>
/// <param name="DocumentId">The document it was read from; null from the desk.</param>
public sealed record Alias(string Name, string SameAs, string Source, string? DocumentId)
{
    /// <summary>Read from a document.</summary>
    public const string FromDocument = "document";

    /// <summary>Added by a person.</summary>
    public const string FromDesk = "desk";
}

/// <summary>The aliases of one library.</summary>
public sealed class AliasStore(LibrarySession session)
{
    /// <summary>Stores an alias; the same one again changes nothing.</summary>
    public void Add(Alias alias) => session.Prepared(
        "insert into aliases (name, same_as, source, document_id) values ($name, $sameAs, $source, $document) on conflict do nothing")
        .Bind("$name", alias.Name).Bind("$sameAs", alias.SameAs).Bind("$source", alias.Source).Bind("$document", alias.DocumentId).ExecuteNonQuery();

    /// <summary>Takes a pair away, whoever added it and whichever way round; false where there was none.</summary>
    public bool Remove(string name, string sameAs) => session.Prepared(
        "delete from aliases where (name = $name and same_as = $sameAs) or (name = $sameAs and same_as = $name)")
        .Bind("$name", name).Bind("$sameAs", sameAs).ExecuteNonQuery() > 0;

    /// <summary>Every alias, by name; one read from several documents stands once for each.</summary>
    public IReadOnlyList<Alias> List() => session.Connection.Query<Alias>(
        "select name Name, same_as SameAs, source Source, document_id DocumentId from aliases order by name, same_as, source, document_id",
        transaction: session.Transaction).AsList();
}
