using System.Buffers;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Takes a term in UTF-8 and its postings; the bytes of both are valid during the call.</summary>
internal delegate void TermVisitor(ReadOnlySpan<byte> term, PostingListBuilder postings);

/// <summary>Several parts of the index as one, term by term: nothing is unpacked but the list that is being written, and no term is made a string.</summary>
internal static class TermMerge
{
    /// <summary>Hands out each term that has a row left, with its postings, in order of the terms' bytes.</summary>
    /// <param name="parts">In the order of their rows; they are over when it ends.</param>
    /// <param name="visit">Receives the terms.</param>
    public static void Visit(IReadOnlyList<TermCursor> parts, TermVisitor visit)
    {
        var (term, list) = (new ArrayBufferWriter<byte>(), new PostingListBuilder());
        while (Least(parts) is { } least)
        {
            // The part's own bytes may be gone when it has moved on.
            term.ResetWrittenCount();
            term.Write(least.Term);
            list.Clear();
            var beginning = TermCursor.Beginning(term.WrittenSpan);
            foreach (var part in parts) part.TakeIf(term.WrittenSpan, beginning, list);
            if (list.Rows > 0) visit(term.WrittenSpan, list);
        }
    }

    private static TermCursor? Least(IReadOnlyList<TermCursor> parts)
    {
        TermCursor? least = null;
        foreach (var part in parts)
        {
            if (!part.IsOver && (least is null || part.IsBefore(least))) least = part;
        }

        return least;
    }
}
