using System.Diagnostics;

namespace BriefingBot.Tests.Ingestion.Readers;

/// <summary>Programs that make documents as people's machines do: Chromium prints, LibreOffice converts. Null where one is not installed.</summary>
internal static class PrintingPrograms
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public static string? Chromium { get; } = Find("chromium", "chromium-browser", "google-chrome");

    public static string? Office { get; } = Find("soffice", "libreoffice");

    /// <summary>A page as Chromium prints it.</summary>
    public static byte[] Print(string html) => Run("page.html", html, "page.pdf", (folder, page) =>
        (Chromium!, ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-pdf-header-footer", $"--user-data-dir={folder}/profile", $"--print-to-pdf={folder}/page.pdf", new Uri(page).AbsoluteUri]));

    /// <summary>A page as LibreOffice saves it: "pdf", "docx".</summary>
    public static byte[] Convert(string html, string format) => Run("page.html", html, $"page.{format}", (folder, page) =>
        (Office!, ["--headless", $"-env:UserInstallation={new Uri(folder + "/profile").AbsoluteUri}", "--infilter=HTML (StarWriter)", "--convert-to", format, "--outdir", folder, page]));

    private static byte[] Run(string inputName, string input, string outputName, Func<string, string, (string Program, string[] Arguments)> command)
    {
        var folder = Directory.CreateTempSubdirectory("printing").FullName;
        try
        {
            var page = Path.Combine(folder, inputName);
            File.WriteAllText(page, input);
            var (program, arguments) = command(folder, page);
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (!process.WaitForExit(Longest)) process.Kill(entireProcessTree: true);
            var printed = Path.Combine(folder, outputName);
            Assert.True(File.Exists(printed), $"{program} wrote no {outputName}: {output.Result} {errors.Result}");
            return File.ReadAllBytes(printed);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Find(params string[] names) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => names, Path.Combine).FirstOrDefault(File.Exists);
}
