using BriefingBot.Core.Evaluation;

namespace BriefingBot.Tests.Evaluation;

/// <summary>An invented set about an invented harbour, in both layouts; what a test writes goes to a folder of its own.</summary>
public sealed class EvaluationFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evaluation-");

    public static string Harbour => Path.Combine(AppContext.BaseDirectory, "Evaluation", "Fixtures", "harbour");

    public EvaluationOptions Options => new() { PerItemFile = PathOf("items.jsonl"), RunFile = PathOf("run.txt") };

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>A copy of the set that a test may change.</summary>
    public string Copy()
    {
        var copy = Directory.CreateDirectory(PathOf("copy")).FullName;
        foreach (var file in Directory.EnumerateFiles(Harbour))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
