using System.Net;
using System.Net.Sockets;

namespace Whybot.Features.Deployments.Probes;

/// <summary>
/// Connects where the policy allows. It resolves the name, checks the addresses and connects to one of the checked addresses, all in one step, so that a
/// second DNS answer cannot lead elsewhere.
/// </summary>
internal sealed class GuardedDialer(ProbePolicy policy)
{
    /// <exception cref="ProbeException">Not allowed, not resolved, refused, or no answer; the message says which.</exception>
    public async Task<IPAddress> ResolveAsync(string host, CancellationToken cancel)
    {
        if (!policy.AllowsHost(host))
            throw new ProbeException($"{host} is not among the hosts that the server's settings allow (Whybot:Probes:AllowedHosts)") { NotAllowed = true };
        IPAddress[] addresses;
        try
        {
            addresses = await Dns.GetHostAddressesAsync(host, cancel);
        }
        catch (SocketException failure)
        {
            throw new ProbeException($"DNS: {host} does not resolve ({failure.SocketErrorCode})", failure);
        }
        if (addresses.Length == 0)
            throw new ProbeException($"DNS: {host} has no address");
        return addresses.FirstOrDefault(policy.AllowsAddress)
            ?? throw new ProbeException($"{host} is {addresses[0]}, a private or reserved address that the server's settings do not allow "
            + $"(Whybot:Probes:AllowedNetworks)")
            { NotAllowed = true };
    }

    /// <exception cref="ProbeException">The message says why it could not connect.</exception>
    public async Task<Stream> ConnectAsync(string host, int port, CancellationToken cancel)
    {
        var address = await ResolveAsync(host, cancel);
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw new ProbeException(failure.SocketErrorCode == SocketError.ConnectionRefused ? $"connection refused: {host}:{port}"
                : $"cannot connect to {host}:{port} ({failure.SocketErrorCode})", failure);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>For HTTP and WebSockets: every connection is made here, none is reused, redirects are not followed.</summary>
    public SocketsHttpHandler Handler(CertificateCheck certificates, string host) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = async (context, cancel) => await ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancel),
        SslOptions = certificates.Options(host),
    };
}

/// <summary>Why a probe did not get its answer, in words for people who read about the readiness.</summary>
internal sealed class ProbeException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The server's settings forbid it: nothing was contacted.</summary>
    public bool NotAllowed { get; init; }
}
