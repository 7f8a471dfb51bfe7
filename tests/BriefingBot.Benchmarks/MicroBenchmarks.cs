using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;
using BriefingBot.Benchmarks.Articles;
using BriefingBot.Core.Briefing.Claims;
using BriefingBot.Core.Index.Postings;
using BriefingBot.Core.Text;

namespace BriefingBot.Benchmarks;

/// <summary>The inner loops: of ingestion over one generated article, of a question over one term that every third of 100,000 rows holds, of the verifier over one passage.</summary>
[MemoryDiagnoser]
public class MicroBenchmarks
{
    private const int Rows = 100_000;
    private const int Every = 3;
    private const int Length = 90;

    private readonly float[] _scores = new float[Rows];
    private readonly ushort[] _lengths = [.. Enumerable.Repeat((ushort)Length, Rows)];
    private readonly Bm25 _scoring = new(Rows, Rows * Length, Length);
    private string _text = "";
    private byte[] _postings = [];
    private string _passage = "";
    private string _claim = "";

    public static int Run(string[] args) => BenchmarkSwitcher.FromTypes([typeof(MicroBenchmarks)]).Run(args).Any() ? 0 : 1;

    [GlobalSetup]
    public void Prepare()
    {
        _text = new ArticleGenerator().Create(0).Text;
        var list = new PostingListBuilder();
        for (var row = 0; row < Rows; row += Every) list.Add(row, 1 + (row % 2));
        _postings = list.Finish().ToArray();
        var sentences = SentenceSplitter.Split(_text);
        _passage = _text[sentences[0].Start..sentences[5].End];
        _claim = sentences[3].Of(_text);
    }

    [Benchmark]
    public string Normalise() => TextNormalizer.Normalize(_text);

    [Benchmark]
    public int Sentences() => SentenceSplitter.Split(_text).Count;

    [Benchmark]
    public int Terms() => Analyser.Analyse(_text, "en").Count;

    [Benchmark]
    public float Decode()
    {
        var list = new PostingCursor(0, 0, _postings.Length) { Weight = 1.5f };
        _scoring.Accumulate(ref list, _postings, _lengths, 0, _scores);
        return _scores[0];
    }

    [Benchmark]
    public bool Verify() => ClaimVerifier.Verify(new Claim(_claim), [new Evidence(_passage)]).Supported;
}
