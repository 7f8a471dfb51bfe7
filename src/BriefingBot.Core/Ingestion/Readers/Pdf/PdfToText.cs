using System.ComponentModel;
using System.Diagnostics;
using System.Xml;

namespace BriefingBot.Core.Ingestion.Readers.Pdf;

/// <summary>
/// Runs poppler's <c>pdftotext</c> on a copy of the bytes, in a process of its own with limits on time and memory: what a
/// hostile file does to it, it does to that process.
/// </summary>
internal static class PdfToText
{
    public const string Missing = "is a PDF, and the program that reads them is not installed: install poppler-utils (pdftotext), then add the file again.";
    private const int SecondsAllowed = 90;
    private const int KilobytesAllowed = 480_000;

    /// <exception cref="UnreadableException">With a sentence: not installed, broken, locked, too slow.</exception>
    public static PdfLayout Read(SourceBytes source)
    {
        var folder = Directory.CreateTempSubdirectory("briefingbot-pdf-");
        try
        {
            var file = Path.Combine(folder.FullName, "document.pdf");
            using (var copy = File.OpenHandle(file, FileMode.CreateNew, FileAccess.Write)) RandomAccess.Write(copy, source.Bytes.Span, 0);
            return Run(source.Origin, file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static PdfLayout Run(string origin, string file)
    {
        using var process = Start(origin, file);
        var late = 0;
        using var clock = new Timer(
            _ =>
            {
                Interlocked.Exchange(ref late, 1);
                Kill(process);
            },
            null,
            TimeSpan.FromSeconds(SecondsAllowed),
            Timeout.InfiniteTimeSpan);
        var errors = process.StandardError.ReadToEndAsync();
        PdfLayout? layout = null;
        XmlException? fault = null;
        try
        {
            layout = PdfLayoutReader.Read(process.StandardOutput.BaseStream);
        }
        catch (XmlException broken)
        {
            fault = broken;
        }

        Kill(process, onlyIf: layout is null);
        process.WaitForExit();
        if (late != 0) throw new UnreadableException($"{origin} took pdftotext longer than {SecondsAllowed} seconds: split it, or print it to a new PDF.");
        if (layout is not null && process.ExitCode == 0) return layout;
        throw new UnreadableException(Sentence(origin, process.ExitCode, errors.GetAwaiter().GetResult()), fault ?? new XmlException());
    }

    private static string Sentence(string origin, int exitCode, string errors)
    {
        if (exitCode == 127) return $"{origin} {Missing}";
        if (errors.Contains("password", StringComparison.OrdinalIgnoreCase)) return $"{origin} is locked with a password: print it to a PDF without one.";
        var first = errors.AsSpan().Trim();
        var end = first.IndexOf('\n');
        var said = (end < 0 ? first : first[..end])[..Math.Min(200, (end < 0 ? first : first[..end]).Length)].ToString();
        return $"{origin} is a PDF that cannot be read{(said.Length == 0 ? "" : $" ({said})")}: check that it was saved completely, or print it to a new PDF.";
    }

    private static Process Start(string origin, string file)
    {
        string[] arguments = ["-bbox-layout", "-enc", "UTF-8", "-q", file, "-"];
        var limited = OperatingSystem.IsLinux() && File.Exists("/bin/sh");
        var info = new ProcessStartInfo(limited ? "/bin/sh" : "pdftotext") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        if (limited)
        {
            info.ArgumentList.Add("-c");
            info.ArgumentList.Add($"ulimit -v {KilobytesAllowed}; ulimit -t {SecondsAllowed}; exec pdftotext \"$@\"");
            info.ArgumentList.Add("sh");
        }

        foreach (var argument in arguments) info.ArgumentList.Add(argument);
        try
        {
            var process = Process.Start(info)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception fault)
        {
            throw new UnreadableException($"{origin} {Missing}", fault);
        }
    }

    private static void Kill(Process process, bool onlyIf = true)
    {
        if (!onlyIf) return;
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
