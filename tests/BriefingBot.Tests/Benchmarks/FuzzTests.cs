using System.Text;
using BriefingBot.Benchmarks;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Benchmarks;

public sealed class FuzzTests
{
    /// <summary>Short, since every parser has its turn on every change: <c>--fuzz 600</c> of the benchmarks is the long run, and looks at memory too.</summary>
    private const double Seconds = 4;

    /// <summary>Only against hanging: the machine may be busy.</summary>
    private const double LongestInput = 60;

    public static TheoryData<string> Parsers => [.. FuzzParsers.All.Select(parser => parser.Name)];

    [Theory]
    [MemberData(nameof(Parsers))]
    public void No_broken_bytes_break_a_parser(string name)
    {
        var output = new StringWriter();

        Assert.True(FuzzRun.Run(Parser(name), Seconds, output, memory: false, LongestInput), output.ToString());
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
