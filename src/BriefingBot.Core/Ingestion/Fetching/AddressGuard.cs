using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>
/// Which addresses may be asked for a page: those of the public internet. The ranges are those of the IANA special-purpose
/// registries (RFC 6890 and its updates); an IPv6 address that carries an IPv4 one is judged by what it carries.
/// </summary>
/// <remarks>https://www.iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry.</remarks>
internal static class AddressGuard
{
    private static readonly (uint Network, int Length, string What)[] Closed4 =
    [
        (0x00000000, 8, "this network"), (0x0A000000, 8, "private"), (0x64400000, 10, "of a carrier's inner network"), (0x7F000000, 8, "this machine's own"),
        (0xA9FE0000, 16, "link-local, where clouds keep their metadata"), (0xAC100000, 12, "private"), (0xC0000000, 24, "reserved"), (0xC0000200, 24, "reserved for documentation"),
        (0xC01FC400, 24, "reserved"), (0xC034C100, 24, "reserved"), (0xC0586300, 24, "reserved"), (0xC0A80000, 16, "private"), (0xC0AF3000, 24, "reserved"), (0xC6120000, 15, "reserved for benchmarks"),
        (0xC6336400, 24, "reserved for documentation"), (0xCB007100, 24, "reserved for documentation"), (0xE0000000, 4, "multicast"), (0xF0000000, 4, "reserved"),
    ];

    /// <summary>Public addresses that clouds use for their own metadata and machine agents.</summary>
    private static readonly IPAddress[] Metadata = [IPAddress.Parse("168.63.129.16")];

    /// <summary>What is wrong with the address, as words after "is"; null for a public one.</summary>
    /// <param name="address">As resolved.</param>
    /// <param name="allowLoopback">Lets this machine's own addresses pass, and no other: for tests.</param>
    public static string? Refuse(IPAddress address, bool allowLoopback = false)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (allowLoopback && IPAddress.IsLoopback(address)) return null;
        if (Array.Exists(Metadata, address.Equals)) return "a cloud's metadata service";
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => Refuse4(address),
            AddressFamily.InterNetworkV6 => Refuse6(address),
            _ => "of a kind that is not known",
        };
    }

    private static string? Refuse4(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[4];
        address.TryWriteBytes(bytes, out _);
        var number = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        foreach (var (network, length, what) in Closed4)
        {
            if (number >> (32 - length) == network >> (32 - length)) return what;
        }

        return null;
    }

    private static string? Refuse6(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (address.ScopeId != 0) return "of one network only";
        if (bytes[..12] is [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) return Refuse4(new IPAddress(bytes[12..]));
        if (!bytes[..15].ContainsAnyExcept((byte)0)) return bytes[15] == 1 ? "this machine's own" : "this network";
        return bytes switch
        {
            // Tunnels and translations carry an IPv4 address to a place that nobody here can judge.
            [0x20, 0x02, ..] => "a 6to4 tunnel",
            [0x20, 0x01, 0x00, < 0x02, ..] => "a Teredo tunnel or reserved",
            [0x20, 0x01, 0x0D, 0xB8, ..] or [0x3F, 0xFF, < 0x10, ..] => "reserved for documentation",
            [0x00, 0x64, 0xFF, 0x9B, ..] => "a translation of a local network",
            // Global unicast is 2000::/3 and nothing else; the rest is local, multicast, IPv4-compatible or not given out.
            [>= 0x20 and <= 0x3F, ..] => IsOtherReserved(bytes) ? "reserved" : null,
            [0xFE, >= 0x80 and <= 0xBF, ..] => "link-local",
            [0xFC or 0xFD, ..] => "private",
            [0xFF, ..] => "multicast",
            _ => "reserved",
        };
    }

    /// <summary>2001::/23 beyond Teredo, and interface identifiers of ISATAP, which carry an IPv4 address.</summary>
    private static bool IsOtherReserved(ReadOnlySpan<byte> bytes) =>
        bytes is [0x20, 0x01, <= 0x01, ..] || bytes[8..12] is [0x00 or 0x02, 0x00, 0x5E, 0xFE];
}
