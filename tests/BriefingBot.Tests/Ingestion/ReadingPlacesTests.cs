using BriefingBot.Core.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class ReadingPlacesTests : IDisposable
{
    private readonly IngestionBench bench = new();
    private readonly ReadingPlaces<string> places = new(count: 4);
    private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task No_more_run_beside_each_other_than_there_are_places()
    {
        Assert.True(Start([.. "abcd".Select(key => Open(key))]));
        Assert.False(Start(Open('e')));
        Assert.Equal(4, places.Begun.Count);

        await EndAsync();

        // What has ended has left its place, but begins no second time until it is forgotten.
        Assert.True(Start(Ended('a'), Open('e')));
        Assert.Equal(5, places.Begun.Count);
        await EndAsync();
        places.ForgetEnded();
        Assert.Empty(places.Begun);
        Assert.True(Start(Ended('a')));
        _ = Assert.Single(places.Begun);
    }

    [Fact]
    public async Task Those_that_failed_take_half_of_the_places_and_what_runs_is_not_begun_again()
    {
        Assert.False(Start([.. "abc".Select(key => Open(key, failing: true))]));
        Assert.Equal(2, places.Begun.Count);
        Assert.True(Start(Open('a', failing: true), Open('d'), Open('e')));
        Assert.Equal(4, places.Begun.Count);

        await EndAsync();
        places.ForgetEnded();
        Assert.True(Start(Open('c', failing: true)));
    }

    private bool Start(params DueReading<string>[] due) => places.Start([bench.Library], _ => due, (_, fault) => throw fault);

    private DueReading<string> Open(char key, bool failing = false) => new(key.ToString(), failing, () => end.Task);

    private static DueReading<string> Ended(char key) => new(key.ToString(), Failing: false, () => Task.CompletedTask);

    private async Task EndAsync()
    {
        end.TrySetResult();
        await Task.WhenAll(places.Begun).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }
}
