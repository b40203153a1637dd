using System.Data.Common;
using System.Reflection;
using Dapper;

namespace Whybot.Storage;

/// <summary>
/// Applies the numbered SQL files of <c>Storage/Migrations</c> that a database does not have yet, in order. The caller holds a lock.
/// The files are the same for both engines but for two words: <c>{identity}</c>, <c>{bytes}</c>.
/// </summary>
internal static class Migrations
{
    public static readonly Dialect Sqlite = new("integer primary key", "blob");
    public static readonly Dialect Postgres = new("bigint generated always as identity primary key", "bytea");

    internal sealed record Dialect(string Identity, string Bytes);

    public static void Apply(DbConnection connection, DbTransaction transaction, Dialect dialect)
    {
        connection.Execute("create table if not exists schema_migrations (number bigint primary key, name text not null)", transaction: transaction);
        var applied = connection.Query<long>("select number from schema_migrations", transaction: transaction).ToHashSet();
        foreach (var (number, name, sql) in All().Where(m => !applied.Contains(m.Number)))
        {
            connection.Execute(sql.Replace("{identity}", dialect.Identity, StringComparison.Ordinal)
                .Replace("{bytes}", dialect.Bytes, StringComparison.Ordinal), transaction: transaction);
            connection.Execute("insert into schema_migrations (number, name) values (@number, @name)", new { number, name }, transaction);
        }
    }

    private static IEnumerable<(long Number, string Name, string Sql)> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = resource.Split('.')[^2];
            yield return (long.Parse(name.TrimStart('_').Split('-')[0]), name, reader.ReadToEnd());
        }
    }
}
