using System.Text;
using BriefingBot.Core.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class SourceWalkerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("walker").FullName;
    private readonly IngestionOptions options = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_folder_is_walked_in_ordinal_order_and_only_readable_kinds_are_taken()
    {
        foreach (var name in new[] { "b.md", "a.txt", "Z.html", "c/d.HTM", "c/a.markdown", "picture.png", ".hidden.txt", ".git/x.txt" }) Write(name);

        var items = await Walk(folder);

        Assert.Equal(["Z.html", "a.txt", "b.md", "c/a.markdown", "c/d.HTM"], items.Select(i => Path.GetRelativePath(folder, i.Source.Origin)), StringComparer.Ordinal);
        Assert.All(items, i => Assert.Null(i.Failure));
    }

    [Fact]
    public async Task A_file_named_by_itself_may_have_any_name_and_its_origin_is_its_full_path()
    {
        Write("notes");

        var item = Assert.Single(await Walk(Path.Combine(folder, "x", "..", "notes")));

        Assert.Equal((Path.Combine(folder, "notes"), "text of notes"), (item.Source.Origin, Encoding.UTF8.GetString(item.Source.Bytes.Span)));
    }

    [Fact]
    public async Task A_path_that_does_not_exist_is_said_and_the_others_go_on()
    {
        Write("a.txt");

        var items = await Walk(Path.Combine(folder, "nowhere"), Path.Combine(folder, "a.txt"));

        Assert.Contains("There is no file or folder", items[0].Failure, StringComparison.Ordinal);
        Assert.Null(items[1].Failure);
    }

    [Fact]
    public async Task A_folder_without_readable_files_is_said()
    {
        Write("picture.png");

        var item = Assert.Single(await Walk(folder));

        Assert.Contains("holds no readable files (.txt, .md, .markdown, .html, .htm, .pdf, .docx, .eml)", item.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_not_read()
    {
        options.MaxItemBytes = 1_000_000;
        using (var file = File.Create(Path.Combine(folder, "line.txt"))) file.SetLength(200_000_000);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var item = Assert.Single(await Walk(folder));

        Assert.Contains("has 200,000,000 bytes, more than Ingestion:MaxItemBytes allows (1,000,000 bytes)", item.Failure, StringComparison.Ordinal);
        Assert.True(item.Source.Bytes.IsEmpty);
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 50_000_000);
    }

    [Fact]
    public async Task Links_that_lead_back_up_are_not_followed()
    {
        Write("a/b.txt");
        Directory.CreateSymbolicLink(Path.Combine(folder, "a", "up"), folder);
        File.CreateSymbolicLink(Path.Combine(folder, "a", "z.txt"), Path.Combine(folder, "gone.txt"));

        var items = await Walk(folder);

        Assert.Equal(["a/b.txt", "a/up", "a/z.txt"], items.Select(i => Path.GetRelativePath(folder, i.Source.Origin)), StringComparer.Ordinal);
        Assert.Contains("leads back", items[1].Failure, StringComparison.Ordinal);
        Assert.Contains("leads nowhere", items[2].Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_of_links_is_a_sentence()
    {
        var (one, other) = (Path.Combine(folder, "one"), Path.Combine(folder, "other"));
        Directory.CreateSymbolicLink(one, other);
        Directory.CreateSymbolicLink(other, one);

        Assert.All(await Walk(folder), i => Assert.NotNull(i.Failure));
        Assert.NotNull(Assert.Single(await Walk(one)).Failure);
    }

    [Fact]
    public async Task Standard_input_is_named_by_the_hash_of_what_came()
    {
        using var input = new MemoryStream("The cranes stood still."u8.ToArray());

        var item = Assert.Single(await Items(["-"], input));

        Assert.Equal("stdin:", item.Source.Origin[..6]);
        Assert.Equal(6 + 16, item.Source.Origin.Length);
        Assert.Equal(23, item.Source.Bytes.Length);
    }

    [Fact]
    public async Task Standard_input_without_end_stops_at_the_limit()
    {
        options.MaxItemBytes = 100_000;
        using var input = new EndlessStream();

        var item = Assert.Single(await Items(["-"], input));

        Assert.Contains("Standard input has more than Ingestion:MaxItemBytes allows", item.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_or_device_is_said_and_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes with names are made with mkfifo here.");
        var pipe = Path.Combine(folder, "pipe.txt");
        using (var made = System.Diagnostics.Process.Start("mkfifo", pipe)) await made.WaitForExitAsync(TestContext.Current.CancellationToken);

        var items = await Walk(pipe, "/dev/zero", folder);

        Assert.Equal(3, items.Count);
        Assert.All(items, item => Assert.Contains("a pipe, a device or a socket", item.Failure, StringComparison.Ordinal));
    }

    private void Write(string name)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "text of " + name);
    }

    private Task<List<IngestItem>> Walk(params string[] paths) => Items(paths, Stream.Null);

    private async Task<List<IngestItem>> Items(string[] paths, Stream input)
    {
        var items = new List<IngestItem>();
        await foreach (var item in new SourceWalker(options, TimeProvider.System).WalkAsync(paths, input, TestContext.Current.CancellationToken)) items.Add(item);
        return items;
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'x');
            return buffer.Length;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
    }
}
