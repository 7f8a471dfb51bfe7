using System.Diagnostics;
using System.Globalization;
using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Benchmarks.Crash;

/// <summary>Kills a working process at random moments and looks at what it left: nothing committed may be lost, nothing else may be there.</summary>
/// <param name="folder">The data folder, kept from kill to kill.</param>
/// <param name="executable">This program.</param>
/// <param name="seed">Decides the moments.</param>
internal sealed class CrashTrial(string folder, string executable, int seed)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Random _random = new(seed);
    private readonly HashSet<string> _held = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);

    private int _round;

    public int Documents => _held.Count;

    /// <summary>One kill. Null when all is as it must be, else a sentence.</summary>
    public async Task<string?> RoundAsync(int documents, TimeSpan longest, CancellationToken cancellationToken)
    {
        var first = Next();
        var start = new ProcessStartInfo(executable, [CrashWork.Verb, folder, Text(first), Text(documents)]) { UseShellExecute = false, RedirectStandardOutput = true };
        using var child = Process.Start(start)!;
        using var moment = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = ReadAsync(child, committed);
        // Every fourth is killed wherever it is, its start included; the others when something has been committed, however slow the machine.
        if (_round++ % 4 != 3)
            await Task.WhenAny(committed.Task, child.WaitForExitAsync(cancellationToken)).WaitAsync(Patience, cancellationToken);
        moment.CancelAfter(TimeSpan.FromMilliseconds(_random.Next((int)longest.TotalMilliseconds)));
        try
        {
            await child.WaitForExitAsync(moment.Token);
            return $"the working process ended by itself with {child.ExitCode}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            child.Kill();
        }

        await child.WaitForExitAsync(cancellationToken);
        await reading;
        return Look(first);
    }

    private int Next() => _held.Concat(_gone).Select(id => int.Parse(id, CultureInfo.InvariantCulture)).DefaultIfEmpty(-1).Max() + 1;

    private async Task ReadAsync(Process child, TaskCompletionSource committed)
    {
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            committed.TrySetResult();
            if (!line.EndsWith(CrashWork.End, StringComparison.Ordinal)) continue;
            var words = line[..^CrashWork.End.Length].Split(' ');
            if (words[0] == "added")
                _held.UnionWith(words[1..]);
            else if (_held.Remove(words[1]))
                _gone.Add(words[1]);
        }
    }

    private string? Look(int first)
    {
        using var library = new LibraryCatalog(folder, TimeProvider.System).OpenOrCreate("default");
        if (library.Damage() is { } damage)
            return $"integrity_check: {damage}";
        return library.Read(session => Look(session, first));
    }

    private string? Look(LibrarySession session, int first)
    {
        var index = new LexicalIndex(session);
        var check = index.Check();
        if (!check.IsSound)
            return $"the index is not sound: {check}";
        var stored = new DocumentStore(session).List().Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
        // The last commit may have been made before it could be told: it counts whole or not at all, which the index check has seen.
        foreach (var id in stored.Where(id => int.Parse(id, CultureInfo.InvariantCulture) >= first && !_gone.Contains(id)))
            _held.Add(id);
        foreach (var id in _held.Where(id => !stored.Contains(id)).ToList())
        {
            if (new DocumentStore(session).Find(id) is not { RemovedUtc: not null })
                return $"the committed document {id} is lost";
            _held.Remove(id);
            _gone.Add(id);
        }

        return _held.Order(StringComparer.Ordinal).Take(50).Where(id => !Found(index, id)).Select(id => $"the document {id} is not found").FirstOrDefault()
            ?? _gone.Where(id => Found(index, id)).Select(id => $"the removed document {id} is found").FirstOrDefault();
    }

    private static bool Found(LexicalIndex index, string id) =>
        index.Passages([new QueryTerm(Analyser.Analyse(CrashWork.WordOf(id), "en")[0].Value, 1)], new IndexScope(), 1).Count > 0;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
