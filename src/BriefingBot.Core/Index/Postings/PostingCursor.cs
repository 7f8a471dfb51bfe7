namespace BriefingBot.Core.Index.Postings;

/// <summary>How far a term's list in one part of the index has been scored.</summary>
/// <param name="Part">Place of the part in <see cref="KindState.Parts"/>.</param>
/// <param name="Start">Where the list begins among the bytes of <see cref="QuestionLists"/>.</param>
/// <param name="Length">Of the list, in bytes.</param>
internal record struct PostingCursor(int Part, int Start, int Length)
{
    /// <summary>What a row's share is multiplied by: the weight of the term in the question, and how rare it is.</summary>
    public float Weight { get; set; }

    /// <summary>Bytes that have been read.</summary>
    public int Position { get; set; }

    /// <summary>The last row that was scored; -1 before the first.</summary>
    public int Row { get; set; } = -1;

    /// <summary>No row before this one is left; <see cref="long.MaxValue"/> when none is.</summary>
    public long Next { get; set; }
}
