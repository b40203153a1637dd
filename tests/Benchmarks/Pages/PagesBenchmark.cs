using System.CommandLine;
using System.Diagnostics;
using Npgsql;
using Whybot.Foundation.Storage;
using Whybot.Testing;

namespace Whybot.Benchmarks.Pages;

/// <summary>Times and sizes of the dashboard's pages over a large store, served by the real service as a process.</summary>
internal static class PagesBenchmark
{
    public static Command Create()
    {
        var postgres = new Option<string?>("--postgres")
        {
            Description = "Connection string of an empty PostgreSQL database, or 'own' for a server of its own; SQLite without it."
        };
        var scale = new Option<double>("--scale") { DefaultValueFactory = _ => 1, Description = "Share of the runs and causes that are stored." };
        var stay = new Option<bool>("--stay") { Description = "Keep serving the pages until a key is pressed." };
        var command = new Command("pages", "Fills a store with 300,000 runs and 290,000 causes of 200 repositories, and opens every kind of page.")
        {
            postgres, scale, stay,
        };
        command.SetAction((parse, cancel) => RunAsync(parse.GetValue(postgres) is "own" ? PostgresServer.NewDatabase() : parse.GetValue(postgres),
            parse.GetValue(scale), parse.GetValue(stay), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string? postgres, double scale, bool stay, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        var size = new StoreSize(200, (int)(100_000 * scale), (int)(200_000 * scale), (int)(290_000 * scale));
        using var service = new ServiceProcess(folder.Path, postgres: postgres);
        var began = Stopwatch.GetTimestamp();
        await using (IDatabase database = postgres is null ? new SqliteDatabase(service.Store) : new PostgresDatabase(postgres))
            await new LargeStore(database, size).FillAsync(cancel);
        if (postgres is not null)
            await CountRowsAsync(postgres, cancel);
        Machine.Print();
        Console.WriteLine($"{(postgres is null ? "SQLite" : "PostgreSQL")}, {size.Deployments + size.Commits:N0} runs, {size.Causes:N0} causes, "
            + $"{size.Repositories} repositories, filled in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
        await service.With("Serilog__MinimumLevel__Default", "Warning").StartAsync();
        await PageTimes.PrintAsync(service.Pages, Addresses(size));
        if (stay)
        {
            Console.WriteLine(service.Pages);
            Console.ReadLine();
        }
        return 0;
    }

    /// <summary>A server that has run for months has counted its rows by itself.</summary>
    private static async Task CountRowsAsync(string postgres, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync(cancel);
        await using var analyze = new NpgsqlCommand("analyze", connection);
        await analyze.ExecuteNonQueryAsync(cancel);
    }

    private static IReadOnlyList<string> Addresses(StoreSize size)
    {
        const string Repository = "team-0/service-7";
        var cause = $"/causes/{Repository}/w2-{10_000_000 + 7 * 7919}";
        return
        [
            "/", "/?page=2", $"/environments/{Repository}/staging", "/commits", "/commits?page=1000", "/causes", "/causes?page=1000", cause,
            $"/causes?repository={Repository}", "/causes?verdict=flaky", "/causes?state=failing", "/causes?state=quiet", "/causes?text=part_77",
            "/causes?text=nowhere", "/flaky", $"/flaky?repository={Repository}", $"/record/{Repository}", "/deliveries", "/deliveries?page=1000", "/posted",
            "/posted?page=1000", "/posted/1", $"/runs/deployment/{size.Deployments}", $"/runs/deployment/{size.Deployments - 5}",
            $"/runs/commit/{size.Commits}",
        ];
    }
}
