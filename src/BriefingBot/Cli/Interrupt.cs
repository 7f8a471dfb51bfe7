using System.Runtime.InteropServices;

namespace BriefingBot.Cli;

/// <summary>Turns Ctrl-C and a polite stop of the process into cancellation, so that no verb ends half-way through a write.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    public Interrupt()
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
            _registrations.Add(PosixSignalRegistration.Create(signal, Stop));
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        // The second Ctrl-C is the impatient one: the default action (ending the process) stands, and the file's journal keeps it whole.
        context.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
