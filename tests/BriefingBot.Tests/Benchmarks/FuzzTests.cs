using System.Text;
using BriefingBot.Benchmarks.Fuzz;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Benchmarks;

[Collection(LongestFirst.Collection)]
public sealed class FuzzTests(FuzzedParsers fuzzed) : IClassFixture<FuzzedParsers>
{
    public static TheoryData<string> Parsers => [.. FuzzParsers.All.Select(parser => parser.Name)];

    [Theory]
    [MemberData(nameof(Parsers))]
    public void No_broken_bytes_break_a_parser(string name)
    {
        var result = fuzzed.Of(name);

        Assert.True(result is { Fault: null, Inputs: > 0 }, result.ToString());
    }

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Pieces_of_its_format_in_any_order_break_no_parser(string name)
    {
        var parser = Parser(name);
        // Latin-1 keeps every byte of a packed file as one character.
        var pieces = parser.Seeds.SelectMany(seed => Pieces(Encoding.Latin1.GetString(seed))).Distinct(StringComparer.Ordinal).ToArray();
        var inputs = Gen.OneOf(Gen.Elements(pieces).ListOf().Select(list => string.Concat(list)), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).ToArbitrary();

        Prop.ForAll(inputs, input => Assert.Null(parser.Try(Encoding.Latin1.GetBytes(input)))).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(80));
    }

    [Fact]
    public void An_input_that_takes_the_processor_for_too_long_is_a_hang()
    {
        using var over = new CancellationTokenSource();
        var hanging = new FuzzParser("hanging", [[1]], _ => Spin(over.Token));

        var result = FuzzChild.Run(hanging, seconds: 1, _ => { }, mostProcessorSeconds: 0.5, mostMb: double.MaxValue);

        over.Cancel();
        Assert.StartsWith("hangs", result.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_that_takes_too_much_memory_is_a_fault()
    {
        var result = FuzzChild.Run(new FuzzParser("greedy", [[1]], _ => { }), seconds: 1, _ => { }, mostProcessorSeconds: 600, mostMb: 1);

        Assert.StartsWith("takes more", result.Fault, StringComparison.Ordinal);
    }

    private static void Spin(CancellationToken until)
    {
        while (!until.IsCancellationRequested) Thread.SpinWait(100);
    }

    private static FuzzParser Parser(string name) => FuzzParsers.All.First(parser => parser.Name == name);

    /// <summary>The signs of a format apart from the words between them.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var from = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]) && char.IsLetterOrDigit(text[i - 1])) continue;
            yield return text[from..i];
            from = i;
        }
    }
}
