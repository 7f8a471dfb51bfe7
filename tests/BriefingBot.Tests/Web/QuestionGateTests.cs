using BriefingBot.Web;

namespace BriefingBot.Tests.Web;

public sealed class QuestionGateTests
{
    [Fact]
    public async Task When_too_many_wait_the_next_is_turned_away_and_the_waiting_get_their_turn()
    {
        using var gate = new QuestionGate();
        var cancel = TestContext.Current.CancellationToken;
        var entered = new List<IDisposable>();
        var waiting = new Queue<Task<IDisposable?>>();
        while (waiting.Count < QuestionGate.Waiting)
        {
            var turn = gate.EnterAsync(cancel).AsTask();
            if (turn.IsCompleted) entered.Add((await turn)!);
            else waiting.Enqueue(turn);
        }

        Assert.Null(await gate.EnterAsync(cancel));
        foreach (var turn in entered) turn.Dispose();
        while (waiting.TryDequeue(out var next)) (await next)!.Dispose();
        using var free = await gate.EnterAsync(cancel);
        Assert.NotNull(free);
    }

    [Fact]
    public async Task A_question_given_up_while_waiting_takes_no_turn()
    {
        using var gate = new QuestionGate();
        using var gone = new CancellationTokenSource();
        var entered = new List<IDisposable>();
        Task<IDisposable?> turn;
        while ((turn = gate.EnterAsync(gone.Token).AsTask()).IsCompleted) entered.Add((await turn)!);

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
        entered[0].Dispose();
        using var next = await gate.EnterAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(next);
        foreach (var left in entered.Skip(1)) left.Dispose();
    }
}
