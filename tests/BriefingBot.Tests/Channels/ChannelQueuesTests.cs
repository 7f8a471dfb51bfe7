using System.Collections.Concurrent;
using BriefingBot.Core.Channels;

namespace BriefingBot.Tests.Channels;

public sealed class ChannelQueuesTests
{
    private static readonly ChannelKey Port = new(new WorkspaceKey("test", "guild"), "port");

    [Fact]
    public async Task Work_is_done_in_order_and_one_at_a_time()
    {
        var queues = new ChannelQueues(1000);
        var (done, running) = (new ConcurrentQueue<int>(), 0);
        var tickets = Enumerable.Range(0, 200).Select(n => queues.Enqueue(Port, $"w{n}", async _ =>
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            await Task.Yield();
            done.Enqueue(n);
            Interlocked.Decrement(ref running);
        })!).ToList();

        await Task.WhenAll(tickets.Select(ticket => ticket.Done));

        Assert.Equal(Enumerable.Range(0, 200), done);
        Assert.All(tickets, ticket => Assert.Null(ticket.Fault));
    }

    [Fact]
    public async Task A_fault_ends_with_its_own_work()
    {
        var queues = new ChannelQueues(10);

        var bad = queues.Enqueue(Port, "bad", _ => throw new InvalidOperationException("Broken."))!;
        var good = queues.Enqueue(Port, "good", _ => Task.CompletedTask)!;
        await Task.WhenAll(bad.Done, good.Done);

        Assert.IsType<InvalidOperationException>(bad.Fault);
        Assert.Null(good.Fault);
    }

    [Fact]
    public async Task Who_waits_is_told_when_the_line_moves_and_an_empty_line_is_gone()
    {
        var queues = new ChannelQueues(10);
        var gates = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToList();
        var tickets = gates.Select((gate, n) => queues.Enqueue(Port, $"w{n}", _ => gate.Task)!).ToList();
        var moved = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        tickets[2].WhenMoved(before => moved.TrySetResult(before));
        Assert.Equal([0, 1, 2], tickets.Select(ticket => ticket.Before));

        gates[0].SetResult();

        Assert.Equal(1, await moved.Task);
        gates.ForEach(gate => gate.TrySetResult());
        await Task.WhenAll(tickets.Select(ticket => ticket.Done));
        Assert.Equal(0, queues.Count);
    }

    [Fact]
    public async Task What_is_called_off_while_it_waits_ends_at_once_and_never_runs_again()
    {
        var queues = new ChannelQueues(10);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var runs = 0;
        var first = queues.Enqueue(Port, "first", _ => gate.Task)!;
        var waiting = queues.Enqueue(Port, "waiting", ticket =>
        {
            Interlocked.Increment(ref runs);
            Assert.True(ticket.Ended.IsCancellationRequested);
            return Task.CompletedTask;
        })!;

        Assert.True(queues.Cancel("waiting"));
        await waiting.Done;
        Assert.False(queues.Cancel("waiting"));
        gate.SetResult();
        await first.Done;
        await queues.Enqueue(Port, "last", _ => Task.CompletedTask)!.Done;

        Assert.Equal((1, QueueEnd.Cancelled), (runs, waiting.End));
    }

    [Fact]
    public void What_is_not_accepted_takes_no_place()
    {
        var queues = new ChannelQueues(10);

        Assert.Null(queues.Enqueue(Port, "refused", _ => Task.CompletedTask, () => false));

        Assert.Equal((0, 0), (queues.Count, queues.CountOf(Port)));
    }

    [Fact]
    public async Task A_channel_whose_work_is_slow_to_be_written_down_holds_up_no_other()
    {
        var queues = new ChannelQueues(10);
        var (entered, release) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource());
        var slow = Task.Run(() => queues.Enqueue(Port, "slow", _ => Task.CompletedTask, () =>
        {
            entered.SetResult();
            release.Task.GetAwaiter().GetResult();
            return true;
        }), TestContext.Current.CancellationToken);
        await entered.Task;

        var other = queues.Enqueue(Port with { Channel = "museum" }, "other", _ => Task.CompletedTask)!;
        await other.Done;

        Assert.Equal(0, queues.CountOf(Port));
        Assert.False(queues.Cancel("slow"));
        release.SetResult();
        await (await slow)!.Done;
    }

    [Fact]
    public async Task What_is_accepted_while_the_program_begins_to_stop_is_told_so()
    {
        var queues = new ChannelQueues(10);
        var stopping = Task.CompletedTask;

        var ticket = queues.Enqueue(Port, "late", _ => Task.CompletedTask, () =>
        {
            stopping = queues.StopAsync(TimeSpan.Zero, TimeProvider.System);
            return true;
        })!;
        await Task.WhenAll(stopping, ticket.Done);

        Assert.Equal(QueueEnd.Stopping, ticket.End);
        Assert.True(ticket.Ended.IsCancellationRequested);
        Assert.Null(queues.Enqueue(Port, "later", _ => Task.CompletedTask));
    }
}
