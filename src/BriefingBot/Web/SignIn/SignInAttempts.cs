using System.Net;
using System.Net.Sockets;

namespace BriefingBot.Web.SignIn;

/// <summary>How often a link may be wrong: per address, and in all, by the given clock. A right one costs nothing.</summary>
internal sealed class SignInAttempts(TimeProvider time)
{
    /// <summary>Wrong links one address may try in <see cref="Window"/>.</summary>
    public const int PerAddress = 10;

    /// <summary>Wrong links all may try together in <see cref="Window"/>.</summary>
    public const int InAll = 200;

    /// <summary>After which a count begins anew.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, int> _wrong = [];
    private int _all;
    private DateTimeOffset _began;

    /// <summary>Null where another attempt may be made; else how long not.</summary>
    public TimeSpan? Wait(IPAddress? from)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            Begin(now);
            return _all >= InAll || _wrong.GetValueOrDefault(Network(from)) >= PerAddress ? _began + Window - now : null;
        }
    }

    /// <summary>Counts a wrong one.</summary>
    public void Failed(IPAddress? from)
    {
        lock (_lock)
        {
            Begin(time.GetUtcNow());
            _all++;
            var network = Network(from);
            _wrong[network] = _wrong.GetValueOrDefault(network) + 1;
        }
    }

    private void Begin(DateTimeOffset now)
    {
        if (now < _began + Window && now >= _began) return;
        _began = now;
        _all = 0;
        _wrong.Clear();
    }

    // Who has one IPv6 address has a whole /64 of them.
    private static IPAddress Network(IPAddress? from)
    {
        if (from is null) return IPAddress.None;
        if (from.IsIPv4MappedToIPv6) return from.MapToIPv4();
        if (from.AddressFamily != AddressFamily.InterNetworkV6) return from;
        var bytes = from.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
