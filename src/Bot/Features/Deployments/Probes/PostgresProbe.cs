using System.Net.Sockets;
using Npgsql;
using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Features.Deployments.Probes;

/// <summary><c>postgres</c>: runs a query if the server's settings have a connection string; otherwise checks whether it answers like PostgreSQL.</summary>
internal sealed class PostgresProbe(GuardedDialer dialer, ProbePolicy policy) : IProbe
{
    /// <summary>SSLRequest: length 8, code 80877103 (PostgreSQL's protocol, "SSL Session Encryption"). The answer is S or N.</summary>
    private static readonly byte[] SslRequest = [0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f];

    /// <summary>A query that must return a row; it needs a connection string in the server's settings.</summary>
    public static readonly ProbeOption<string?> Query = ProbeOption.Text("query");
    public static readonly ProbeSpec Spec = new("postgres", OfUrl: false, Query);

    public async Task<ProbeResult> LookAsync(ProbeTarget target, CancellationToken cancel)
    {
        var (host, port) = target.Endpoint(5432);
        if (policy.Postgres.TryGetValue(host, out var connection))
            return await QueryAsync(connection, host, port, target.Probe.Get(Query) ?? "select 1", cancel);
        if (target.Probe.Get(Query) is not null)
            throw new ProbeException($"a query needs a connection string in the server's settings (Whybot:Probes:Postgres:{host})");
        await using var stream = await dialer.ConnectAsync(host, port, cancel);
        await stream.WriteAsync(SslRequest, cancel);
        var answer = stream.ReadByte();
        return answer is 'S' or 'N' ? new ProbeResult(true, null, $"answers as PostgreSQL, {(answer == 'S' ? "with" : "without")} TLS")
            : new ProbeResult(false, null, "does not answer as PostgreSQL");
    }

    private async Task<ProbeResult> QueryAsync(string connection, string host, int port, string query, CancellationToken cancel)
    {
        var address = await dialer.ResolveAsync(host, cancel);
        try
        {
            await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection)
            {
                Host = address.ToString(),
                Port = port,
                Pooling = false
            });
            await using var command = source.CreateCommand(query);
            var value = await command.ExecuteScalarAsync(cancel);
            return value is null ? new ProbeResult(false, null, $"the query gave no row: {Answers.Shown(query, "")}")
                : new ProbeResult(true, null, $"the query gave {Answers.Shown($"{value}", "an empty text")}");
        }
        catch (NpgsqlException failure)
        {
            throw new ProbeException(failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
                ? $"connection refused: {host}:{port}" : $"PostgreSQL: {failure.Message}", failure);
        }
    }
}
