using System.IO.Compression;
using System.Text;

namespace BriefingBot.Tests.Cli;

public sealed class AddTests
{
    [Fact]
    public async Task A_receipt_says_what_is_known_and_how()
    {
        using var shell = new Shell();

        var ran = await shell.RunAsync("add", shell.Write("walkout.txt", Articles.Walkout));

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("Added Walkout empties Port Varran · Varran Courier · 3 Mar 2031 (from the text) · 1 passage", ran.Out, StringComparison.Ordinal);
        Assert.Contains("1 item: 1 added", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipts_have_the_keys_of_the_contract_in_its_order()
    {
        using var shell = new Shell();

        var ran = await shell.RunAsync("add", shell.Write("walkout.txt", Articles.Walkout), "--json");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal("receipts", Ran.Names(ran.Json));
        var receipt = ran.Json.GetProperty("receipts")[0];
        Assert.Equal(
            "origin outcome documentId title publisher agency byline publishedOn publishedFrom language passages characters removedCharacters copyOf reason",
            Ran.Names(receipt));
        Assert.Equal("added", receipt.GetProperty("outcome").GetString());
        Assert.Equal("2031-03-03", receipt.GetProperty("publishedOn").GetString());
        Assert.Equal("text", receipt.GetProperty("publishedFrom").GetString());
        Assert.Equal("null", receipt.GetProperty("copyOf").GetRawText());
    }

    [Fact]
    public async Task The_same_bytes_are_unchanged_and_new_bytes_are_a_revision()
    {
        using var shell = new Shell();
        var path = shell.Write("walkout.txt", Articles.Walkout);
        Assert.Equal("added", await OutcomeAsync(shell, path));
        Assert.Equal("unchanged", await OutcomeAsync(shell, path));

        shell.Write("walkout.txt", Articles.Walkout + "\nThe basin opened again on Wednesday evening, the harbour master said.\n");

        Assert.Equal("updated", await OutcomeAsync(shell, path));
    }

    [Fact]
    public async Task A_folder_is_read_in_a_stable_order_and_one_bad_file_does_not_stop_the_rest()
    {
        using var shell = new Shell();
        shell.Write("in/a.txt", Articles.Walkout);
        shell.Write("in/b.txt", []);
        shell.Write("in/deeper/c.txt", Articles.Turnout);

        var ran = await shell.RunAsync("add", shell.PathOf("in"), "--json");

        Assert.Equal(3, ran.Code);
        var receipts = ran.Json.GetProperty("receipts").EnumerateArray().ToList();
        Assert.Equal(
            "a.txt added, b.txt failed, c.txt added",
            string.Join(", ", receipts.Select(receipt => $"{Path.GetFileName(receipt.GetProperty("origin").GetString())} {receipt.GetProperty("outcome").GetString()}")));
        Assert.NotEmpty(receipts[1].GetProperty("reason").GetString()!);
    }

    [Fact]
    public async Task Standard_input_is_a_document_whatever_its_encoding()
    {
        using var shell = new Shell { StandardInput = Encoding.Latin1.GetBytes("Le port fermé\n\nLe capitaine a été blessé à l'épaule lundi dans le port de Varran, a déclaré la préfecture.\n") };

        var ran = await shell.RunAsync("add", "-", "--json");

        Assert.Equal(0, ran.Code);
        Assert.Equal("Le port fermé", ran.Json.GetProperty("receipts")[0].GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("missing.txt")]
    [InlineData("empty-folder")]
    [InlineData("zero.txt")]
    [InlineData("binary.txt")]
    public async Task Bad_input_gets_a_receipt_that_names_it_and_the_reason(string name)
    {
        using var shell = new Shell();
        Directory.CreateDirectory(shell.PathOf("empty-folder"));
        shell.Write("zero.txt", []);
        shell.Write("binary.txt", Gzipped(Articles.Walkout));

        var ran = await shell.RunAsync("add", shell.PathOf(name));

        Assert.Equal((3, ""), (ran.Code, ran.Error));
        Assert.Contains("Not added: ", ran.Out, StringComparison.Ordinal);
        Assert.Contains(name, ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf_8_are_still_read()
    {
        using var shell = new Shell();
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Articles.Walkout), 0xC3, 0x28, 0xA0, 0xFF, (byte)'\n'];

        var ran = await shell.RunAsync("add", shell.Write("walkout.txt", bytes));

        Assert.Equal(0, ran.Code);
    }

    [Fact]
    public async Task A_file_cannot_colour_the_receipt()
    {
        using var shell = new Shell();

        var ran = await shell.RunAsync("add", shell.Write("walkout.txt", "\e[31mWalkout\u202e empties Port Varran\n\n" + Articles.Walkout));

        Assert.DoesNotContain('\e', ran.Out);
        Assert.DoesNotContain('\u202e', ran.Out);
    }

    private static async Task<string?> OutcomeAsync(Shell shell, string path) =>
        (await shell.RunAsync("add", path, "--json")).Json.GetProperty("receipts")[0].GetProperty("outcome").GetString();

    private static byte[] Gzipped(string text)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Optimal)) packed.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
