using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;
using BriefingBot.Benchmarks.Articles;
using BriefingBot.Core.Text;

namespace BriefingBot.Benchmarks;

/// <summary>Inner loops of ingestion over one generated article.</summary>
[MemoryDiagnoser]
public class MicroBenchmarks
{
    private string _text = "";

    public static int Run(string[] args) => BenchmarkSwitcher.FromTypes([typeof(MicroBenchmarks)]).Run(args).Any() ? 0 : 1;

    [GlobalSetup]
    public void Prepare() => _text = new ArticleGenerator().Create(0).Text;

    [Benchmark]
    public string Normalise() => TextNormalizer.Normalize(_text);

    [Benchmark]
    public int Sentences() => SentenceSplitter.Split(_text).Count;

    [Benchmark]
    public int Terms() => Analyser.Analyse(_text, "en").Count;
}
