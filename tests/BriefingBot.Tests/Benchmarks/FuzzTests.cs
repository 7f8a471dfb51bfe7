using BriefingBot.Benchmarks;

namespace BriefingBot.Tests.Benchmarks;

public sealed class FuzzTests
{
    /// <summary>Short here; <c>--fuzz 600</c> of the benchmarks is the long run, and looks at memory too.</summary>
    [Fact]
    public void No_broken_file_breaks_a_parser()
    {
        var output = new StringWriter();

        Assert.True(FuzzRun.Run(secondsEach: 3, output, memory: false) == 0, output.ToString());
    }
}
