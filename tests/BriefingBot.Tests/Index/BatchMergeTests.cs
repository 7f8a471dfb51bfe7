using System.Text;
using BriefingBot.Core.Index.Postings;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Index;

/// <summary>Batches put together are one batch of all their rows, whatever the terms and however many batches.</summary>
public sealed class BatchMergeTests
{
    private static readonly Gen<string> Term = Gen.Elements("port", "quay", "ärger", "港", "𝔘nion", "\uFFFDend", "a", "zz", "e10", "port varran");
    private static readonly Gen<(string[] Title, string[] Text)> Row = from title in Term.ArrayOf(2) from text in Term.NonEmptyListOf() select (title, text.ToArray());
    private static readonly Gen<(string[] Title, string[] Text)[][]> Batches = Row.ListOf().Select(rows => rows.ToArray()).NonEmptyListOf().Select(batches => batches.ToArray());

    [Fact]
    public void Put_together_they_are_what_one_batch_of_all_rows_would_be() => Prop.ForAll(Batches.ToArbitrary(), batches =>
    {
        var at = 0L;
        var parts = batches.Where(rows => rows.Length > 0).Select(rows => Blob(rows, ref at)).ToList();
        at = 0;
        Assert.Equal(Read(Blob([.. batches.SelectMany(rows => rows)], ref at)), Read(new BatchMerge(parts).ToBytes()));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rows_of_a_revision_that_is_gone_are_left_out_with_the_terms_only_it_had()
    {
        var at = 0L;
        var part = Blob([([], ["quay", "crane"]), ([], ["quay", "ferry"])], ref at);

        var kept = new BatchMerge([part], revision => revision != 1);

        Assert.Equal(1, kept.Rows.Count);
        Assert.Equal("1 rows; ferry: 0x1; quay: 0x1", Read(kept.ToBytes()));
    }

    private static byte[] Blob((string[] Title, string[] Text)[] rows, ref long at)
    {
        var terms = new BatchTerms();
        var builder = new BatchBuilder(terms);
        foreach (var (title, text) in rows)
        {
            int[] numbers = [.. title.Concat(text).Select(term => terms.NumberOf(term, term.GetHashCode(StringComparison.Ordinal)))];
            int[] places = [.. Enumerable.Range(0, numbers.Length)];
            builder.AddRow(++at, at, numbers, places.AsSpan(0, title.Length), PendingRows.TitleWeight, places.AsSpan(title.Length));
        }

        return builder.Finish(terms.InOrder()).Bytes;
    }

    private static string Read(byte[] bytes)
    {
        var (rows, terms, position) = BatchBlob.Read(bytes);
        var words = new List<string>();
        while (position < bytes.Length)
        {
            var entry = PostingBlock.Read(bytes, ref position);
            var word = new StringBuilder(Encoding.UTF8.GetString(bytes.AsSpan(entry.Term))).Append(':');
            var reader = new PostingReader(bytes.AsSpan(entry.List));
            while (reader.Next()) word.Append(' ').Append(reader.Ordinal).Append('x').Append(reader.Frequency);
            words.Add(word.ToString());
        }

        Assert.Equal(terms, words.Count);
        return $"{rows.Count} rows; {string.Join("; ", words)}";
    }
}
