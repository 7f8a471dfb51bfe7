using System.IO.Compression;
using System.Text;

namespace BriefingBot.Tests.Ingestion.Readers;

/// <summary>Writes small Word documents (ECMA-376, part 2) part by part, whole and broken.</summary>
internal static class TinyDocx
{
    public const string Types =
        """
        <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """;

    public const string Relations =
        """
        <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
        """;

    /// <summary>A whole document with that body, and what else there shall be in it.</summary>
    public static byte[] Of(string body, params (string Name, string Content)[] parts) => Zip([("[Content_Types].xml", Types), ("_rels/.rels", Relations), ("word/document.xml", Body(body)), .. parts]);

    public static string Body(string body) => "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body + "</w:body></w:document>";

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
