namespace BriefingBot.Core.Index.Postings;

/// <summary>What the rows of an index stand for.</summary>
internal enum IndexKind
{
    /// <summary>One row a passage; the row's id is the passage's.</summary>
    Passages = 0,

    /// <summary>One row a revision, its whole text; the row's id is the revision's.</summary>
    Documents = 1,
}
