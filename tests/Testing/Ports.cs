using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Whybot.Testing;

/// <summary>Ports of this machine.</summary>
public static class Ports
{
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>Whether anybody listens on a port of this machine.</summary>
    public static bool Listens(int port)
    {
        try
        {
            using var socket = new TcpClient("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>
    /// A free port below those that systems hand out by themselves (Linux: from 32768 on): no other server gets it by chance before it is used.
    /// </summary>
    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            if (!Given.TryAdd(port, true))
                continue;
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else has it.
            }
        }
    }
}
