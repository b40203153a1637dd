using System.Data.Common;
using System.Text;
using Dapper;
using Whybot.Testing.GitHub;

namespace Whybot.Benchmarks.Stores;

/// <summary>
/// What is put into a made store by hand: a delivery that was stored and not read yet, as a program leaves it that is killed between the two, and a row for
/// each table that the story left empty.
/// </summary>
internal static class StoreTail
{
    /// <summary>The commit that the pending delivery is about.</summary>
    public static readonly string Sha = new('9', 40);

    /// <summary>What the programs of some commits do not come to within the story.</summary>
    private static readonly Dictionary<string, string> Rows = new(StringComparer.Ordinal)
    {
        ["forgotten_repositories"] = "insert into forgotten_repositories (repository, forgotten_at) values ('team/gone', 1795000000000)",
        ["issue_care"] = """
            insert into issue_care (repository, issue, told, closed_at, closed_by) select repository, 2, '{}', 1795000000000, 'ann' from sightings limit 1
            """,
        ["mentions"] = """
            insert into mentions (repository, thread, cluster, sha, place, at) select repository, 1, cluster, sha, place, seen_at from sightings limit 1
            """,
        ["reruns"] = "insert into reruns (repository, key, sha, login, at) select repository, '1007:0', sha, 'ann', seen_at from sightings limit 1",
        ["stranger_comments"] = """
            insert into stranger_comments (installation, repository, comment, writes, at) select 99, repository, '1009', 3, seen_at from sightings limit 1
            """,
    };

    public static async Task AddAsync(MadeStore store, CancellationToken cancel)
    {
        var tables = await store.TablesAsync(cancel);
        await using var connection = await store.OpenAsync(cancel);
        await DeliveryAsync(connection, tables);
        foreach (var table in tables)
            if (await connection.ExecuteScalarAsync<long>($"select count(*) from {table}") == 0)
            {
                Console.WriteLine($"  {table}: a row by INSERT");
                await connection.ExecuteAsync(RowOf(table, tables) ?? throw new InvalidOperationException($"the story left {table} empty"));
            }
    }

    /// <summary>Since repositories are their ids, what is forgotten needs one.</summary>
    private static string? RowOf(string table, IReadOnlyList<string> tables) => table == "forgotten_repositories" && tables.Contains("repositories") ? """
        insert into repositories (id, name, installation, named_at) values (5, 'team/gone', 0, 0);
        insert into forgotten_repositories (repository, forgotten_at) values (5, 1795000000000)
        """ : Rows.GetValueOrDefault(table);

    private static async Task DeliveryAsync(DbConnection connection, IReadOnlyList<string> tables)
    {
        var body = Encoding.UTF8.GetBytes(Stage.WorkflowRun(Sha));
        var apart = tables.Contains("delivery_bodies");
        // The first schema kept the newest delivery's time as text; others count milliseconds.
        await connection.ExecuteAsync($"""
            insert into deliveries (guid, hook_target, event, received_at{(apart ? "" : ", body")})
                select 'pending', hook_target, event, received_at{(apart ? "" : ", @body")} from deliveries order by id desc limit 1
            """, new { body });
        if (apart)
            await connection.ExecuteAsync("insert into delivery_bodies select id, @body from deliveries where guid = 'pending'", new { body });
    }
}
