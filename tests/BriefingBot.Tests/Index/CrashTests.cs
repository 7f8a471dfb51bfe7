using BriefingBot.Benchmarks;
using BriefingBot.Benchmarks.Crash;

namespace BriefingBot.Tests.Index;

public sealed class CrashTests
{
    [Fact]
    public async Task A_process_killed_while_it_adds_removes_and_merges_leaves_a_library_that_is_whole()
    {
        using var folder = new TemporaryFolder();
        var trial = new CrashTrial(folder.Path, Path.Combine(AppContext.BaseDirectory, "BriefingBot.Benchmarks"), seed: 7);

        for (var round = 0; round < 6; round++)
            Assert.Null(await trial.RoundAsync(documents: 5, TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken));

        Assert.NotEqual(0, trial.Documents);
    }
}
