using System.IO.Compression;
using System.Text;

namespace BriefingBot.Benchmarks.Hostile;

/// <summary>Archives of Word's shape, written without holding what they unpack to.</summary>
internal static class HostileArchive
{
    private const string Types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    private const string Relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    private const string Start = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";

    public static byte[] Word(string start, string piece, string end, int unpacked, CompressionLevel level, Func<int, string>? pieces = null) => Zip(zip =>
    {
        using var body = zip.CreateEntry("word/document.xml", level).Open();
        body.Write(Encoding.UTF8.GetBytes(Start + start));
        var one = Encoding.UTF8.GetBytes(piece);
        for (var (written, number) = (0, 0); written < unpacked; number++)
        {
            var next = pieces is null ? one : Encoding.UTF8.GetBytes(pieces(number));
            body.Write(next);
            written += next.Length;
        }

        body.Write(Encoding.UTF8.GetBytes(end + "</w:body></w:document>"));
    });

    public static byte[] Parts(int count) => Zip(zip =>
    {
        using (var body = zip.CreateEntry("word/document.xml").Open()) body.Write(Encoding.UTF8.GetBytes(Start + "<w:p><w:r><w:t>Text</w:t></w:r></w:p></w:body></w:document>"));
        for (var i = 0; i < count; i++) zip.CreateEntry($"word/{i}.xml");
    });

    /// <summary>A piece as often as fits between a start and an end.</summary>
    public static byte[] Fill(string start, string piece, string end, int size)
    {
        var (head, body, tail) = (Encoding.UTF8.GetBytes(start), Encoding.UTF8.GetBytes(piece), Encoding.UTF8.GetBytes(end));
        var times = (size - head.Length - tail.Length) / body.Length;
        var bytes = new byte[head.Length + (times * body.Length) + tail.Length];
        head.CopyTo(bytes, 0);
        for (var i = 0; i < times; i++) body.CopyTo(bytes, head.Length + (i * body.Length));
        tail.CopyTo(bytes, bytes.Length - tail.Length);
        return bytes;
    }

    private static byte[] Zip(Action<ZipArchive> write)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in new[] { ("[Content_Types].xml", Types), ("_rels/.rels", Relations) })
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }

            write(zip);
        }

        return bytes.ToArray();
    }
}
