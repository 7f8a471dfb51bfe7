using System.Net;
using System.Net.Sockets;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>Finds the addresses of a host name.</summary>
internal delegate Task<IPAddress[]> AddressLookup(string host, CancellationToken cancellationToken);

/// <summary>
/// Opens every connection of the fetcher. The name is resolved here and the connection goes to the very address that was
/// checked, so that a second look-up cannot give another (DNS rebinding).
/// </summary>
internal sealed class GuardedConnector(bool allowLoopback, AddressLookup? lookup = null)
{
    private const int MostAddresses = 8;
    private readonly AddressLookup lookup = lookup ?? Dns.GetHostAddressesAsync;

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var open = await OpenAddressesAsync(host, cancellationToken);
        SocketException? last = null;
        foreach (var address in open)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException fault)
            {
                socket.Dispose();
                last = fault;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw FetchException.Of(FetchFault.Network, $"{host} does not answer on port {port} ({last!.SocketErrorCode}): try again later.", last);
    }

    private async Task<List<IPAddress>> OpenAddressesAsync(string host, CancellationToken cancellationToken)
    {
        var found = await FindAsync(host, cancellationToken);
        var open = found.Where(a => AddressGuard.Refuse(a, allowLoopback) is null).Take(MostAddresses).ToList();
        if (open.Count > 0) return open;
        if (found.Length == 0) throw FetchException.Of(FetchFault.Network, $"There is no host {host}: check the link.");
        throw FetchException.Of(FetchFault.Address, $"{host} is not asked: its address {found[0]} is {AddressGuard.Refuse(found[0], allowLoopback)}, and only addresses of the public internet are.");
    }

    private async Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal)) return [literal];
        try
        {
            return await lookup(host, cancellationToken);
        }
        catch (SocketException fault)
        {
            throw FetchException.Of(FetchFault.Network, $"The host {host} cannot be found ({fault.SocketErrorCode}): check the link.", fault);
        }
    }
}
