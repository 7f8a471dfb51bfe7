using System.Runtime.CompilerServices;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index.Postings;

/// <summary>
/// The index as a session's transaction sees it. What did not change since the newest known state is shared with it;
/// another process's writes show as a generation that this process has not seen.
/// </summary>
internal static class IndexStates
{
    private static readonly ConditionalWeakTable<LibraryFile, StrongBox<IndexState?>> Newest = [];

    public static IndexState Of(LibrarySession session, PostingsIndex index)
    {
        var box = Newest.GetOrCreateValue(session.File);
        var known = Volatile.Read(ref box.Value);
        var generation = index.Generation();
        if (known is not null && known.Generation == generation && !session.IsWriting)
        {
            return known;
        }

        var state = new IndexState(
            generation, Load(IndexKind.Passages, known?.Passages, index), Load(IndexKind.Documents, known?.Documents, index), index.Hidden(), index.Gone());
        // A writer's state may yet be rolled back, and its generation used again by another.
        if (!session.IsWriting && (known is null || known.Generation < generation))
        {
            Volatile.Write(ref box.Value, state);
        }

        return state;
    }

    private static KindState Load(IndexKind kind, KindState? known, PostingsIndex index)
    {
        var segments = known?.Segments.ToDictionary(each => each.Id) ?? [];
        var batches = known?.Batches.ToDictionary(each => each.Id) ?? [];
        return new KindState(
            [.. index.Segments(kind).Select(each => segments.GetValueOrDefault(each.Id) ?? index.Segment(each.Id, each.Level))],
            [.. index.Batches(kind).Select(each => batches.GetValueOrDefault(each.Id) ?? new StoredBatch(each.Id, Batch.FromBytes(index.Batch(each.Id))))]);
    }
}
