namespace BriefingBot.Core.Index.Postings;

/// <summary>Collects the rows of a part of the index, in ascending order of ids.</summary>
internal sealed class RowsBuilder
{
    private readonly List<long> _ids = [];
    private readonly List<ushort> _lengths = [];
    private readonly List<long> _owners = [];
    private readonly List<int> _ownerStarts = [];

    public int Count => _ids.Count;

    /// <summary>Begins a row. Ids ascend; the rows of an owner follow each other.</summary>
    public void Begin(long id, long owner, ushort length = 0)
    {
        if (_ids.Count > 0 && id <= _ids[^1])
        {
            throw new ArgumentOutOfRangeException(nameof(id), id, $"Index rows are added in ascending order; the last was {_ids[^1]}.");
        }

        if (_owners.Count == 0 || _owners[^1] != owner)
        {
            _owners.Add(owner);
            _ownerStarts.Add(_ids.Count);
        }

        _ids.Add(id);
        _lengths.Add(length);
    }

    /// <summary>Appends another part's rows, those whose owner <paramref name="keep"/> accepts; all where it is null.</summary>
    /// <returns>For each of its ordinals the ordinal here, or -1 where the row was left out.</returns>
    public int[] Append(SegmentRows rows, Func<long, bool>? keep)
    {
        var moved = new int[rows.Count];
        for (var ordinal = 0; ordinal < rows.Count; ordinal++)
        {
            var owner = rows.OwnerOf(ordinal);
            moved[ordinal] = keep?.Invoke(owner) != false ? _ids.Count : -1;
            if (moved[ordinal] >= 0)
            {
                Begin(rows.IdOf(ordinal), owner, rows.Lengths[ordinal]);
            }
        }

        return moved;
    }

    public SegmentRows ToRows() => new(_ids, [.. _lengths], [.. _owners], [.. _ownerStarts]);

    public void Clear()
    {
        _ids.Clear();
        _lengths.Clear();
        _owners.Clear();
        _ownerStarts.Clear();
    }
}
