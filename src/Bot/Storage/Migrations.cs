using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Whybot.Storage;

/// <summary>Applies the numbered SQL files of <c>Storage/Migrations</c> that a database does not have yet, in order, under a lock.</summary>
internal static class Migrations
{
    public static void Apply(SqliteConnection connection)
    {
        // "immediate" takes the write lock at once: of two processes that start together, one waits for the other.
        connection.Execute("begin immediate");
        try
        {
            connection.Execute("create table if not exists schema_migrations (number integer primary key, name text not null)");
            var applied = connection.Query<int>("select number from schema_migrations").ToHashSet();
            foreach (var (number, name, sql) in All().Where(m => !applied.Contains(m.Number)))
            {
                connection.Execute(sql);
                connection.Execute("insert into schema_migrations (number, name) values (@number, @name)", new { number, name });
            }
            connection.Execute("commit");
        }
        catch
        {
            connection.Execute("rollback");
            throw;
        }
    }

    private static IEnumerable<(int Number, string Name, string Sql)> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = resource.Split('.')[^2];
            yield return (int.Parse(name.TrimStart('_').Split('-')[0]), name, reader.ReadToEnd());
        }
    }
}
