namespace BriefingBot.Core.Text;

/// <summary>
/// A cache of token forms per thread: a word of running text was almost always seen before, and then costs no stemming and no allocation.
/// Direct-mapped, so it never grows; a collision merely works the form out again.
/// </summary>
internal sealed class WordForms
{
    private const int Slots = 1 << 15;

    [ThreadStatic]
    private static WordForms? english;

    [ThreadStatic]
    private static WordForms? other;

    private readonly WordForm?[] slots = new WordForm?[Slots];
    private readonly bool stems;

    private WordForms(bool stems) => this.stems = stems;

    public static WordForms ForThread(bool stems) => stems ? english ??= new(stems: true) : other ??= new(stems: false);

    public WordForm Get(ReadOnlySpan<char> raw)
    {
        var hash = 2166136261u;
        foreach (var character in raw)
        {
            hash = (hash ^ character) * 16777619u;
        }

        ref var slot = ref slots[(hash ^ (hash >> 15)) & (Slots - 1)];
        if (slot is null || !raw.SequenceEqual(slot.Raw))
        {
            slot = WordForm.Create(raw, stems);
        }

        return slot;
    }
}
