using System.Diagnostics;
using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Ingestion.Readers;
using BriefingBot.Core.Ingestion.Readers.Pdf;

namespace BriefingBot.Benchmarks;

/// <summary>Throws broken bytes at every parser of foreign files: whatever comes back, it is a text or an <see cref="UnreadableException"/>, soon, in little memory.</summary>
internal static class FuzzRun
{
    private const double SlowSeconds = 5;
    private const double MostMb = 500;
    private const int Seed = 20_310_306;

    /// <returns>0 where every parser stood; 1 and the bytes in a file where one did not.</returns>
    public static int Run(int secondsEach, TextWriter output, bool memory = true)
    {
        var failed = 0;
        foreach (var (name, seeds, parse) in Parsers())
        {
            var random = new Random(Seed);
            var clock = Stopwatch.StartNew();
            var (count, slowest) = (0, 0.0);
            string? fault = null;
            while (clock.Elapsed.TotalSeconds < secondsEach && fault is null)
            {
                var bytes = ByteMutator.Mutate(seeds[random.Next(seeds.Length)], random);
                var started = Stopwatch.GetTimestamp();
                fault = Try(parse, bytes);
                slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(started).TotalSeconds);
                if (slowest > SlowSeconds) fault ??= $"took {slowest:0.0} s";
                if (fault is not null) File.WriteAllBytes(Path.Combine(Path.GetTempPath(), $"fuzz-{name}.bin"), bytes);
                count++;
            }

            failed += fault is null ? 0 : 1;
            output.WriteLine($"{name,-8} {count,9:N0} inputs, slowest {slowest * 1000,6:0} ms{(fault is null ? "" : $"  FAULT {fault} (bytes in fuzz-{name}.bin of the temporary folder)")}");
        }

        var peak = ProcessMemory.PeakMb();
        output.WriteLine($"peak memory {peak:0} MB");
        return failed == 0 && (!memory || peak < MostMb) ? 0 : 1;
    }

    private static string? Try(Action<byte[]> parse, byte[] bytes)
    {
        try
        {
            parse(bytes);
            return null;
        }
        catch (UnreadableException)
        {
            return null;
        }
        catch (Exception fault)
        {
            return $"{fault.GetType().Name}: {fault.Message}";
        }
    }

    private static IEnumerable<(string Name, byte[][] Seeds, Action<byte[]> Parse)> Parsers()
    {
        yield return ("html", FuzzSeeds.Html, bytes => new HtmlReader().Read(Source("a.html", bytes)));
        yield return ("feed", FuzzSeeds.Feeds, bytes => FeedParser.Read(Source("https://courier.example/feed", bytes)));
        yield return ("opml", FuzzSeeds.Opml, bytes => FeedParser.ReadOpml(Source("a.opml", bytes)));
        yield return ("mail", FuzzSeeds.Mail, bytes => new MailReader().Read(Source("a.eml", bytes)));
        yield return ("docx", FuzzSeeds.Docx, bytes => new DocxReader().Read(Source("a.docx", bytes)));
        yield return ("layout", FuzzSeeds.Layout, Layout);
        yield return ("text", FuzzSeeds.Text, bytes => new PlainTextReader().Read(Source("a.txt", bytes)));
        yield return ("markdown", FuzzSeeds.Text, bytes => new MarkdownReader().Read(Source("a.md", bytes)));
        yield return ("robots", FuzzSeeds.Robots, bytes => RobotsRules.Parse(Encoding.UTF8.GetString(bytes)).Allows(new Uri("http://courier.example/a/b?c=d")));
    }

    /// <summary>What pdftotext writes, broken: the program itself is not ours to fuzz.</summary>
    private static void Layout(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            var layout = PdfLayoutReader.Read(stream);
            RunningLines.Take(layout.Pages);
            PdfText.Of(PdfParagraphs.Of(layout.Pages), layout.Pages.Count);
        }
        catch (System.Xml.XmlException)
        {
            // What PdfToText turns into a sentence.
        }
    }

    private static SourceBytes Source(string origin, byte[] bytes) => new(origin, bytes, DateTimeOffset.UnixEpoch);
}
