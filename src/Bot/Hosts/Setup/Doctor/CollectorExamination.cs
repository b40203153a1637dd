using System.Net.Sockets;

namespace Whybot.Hosts.Setup.Doctor;

/// <summary>Checks whether the OpenTelemetry collector accepts connections.</summary>
internal static class CollectorExamination
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    public static async Task<Finding> RunAsync(Uri endpoint, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Most);
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(endpoint.Host, endpoint.Port, limit.Token);
            return Finding.Good($"telemetry: {endpoint} takes connections");
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException)
        {
            return Finding.Bad($"telemetry: {endpoint}: {failure.Message}", "start the collector, or correct Whybot:Telemetry:Endpoint");
        }
    }
}
