using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>All that a store holds, to be compared.</summary>
/// <param name="Schema">Columns, constraints, indexes and views, one line for each, without the book of migrations.</param>
/// <param name="Tables">The rows of each table: columns with their values as text, bytes as their hash.</param>
internal sealed partial record StoreState(IReadOnlyList<string> Schema, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string?>>> Tables)
{
    private const string SqliteSchema = """
        select m.name || '.' || c.name || ' ' || lower(c.type) || ' not null ' || c."notnull" || ' default ' || coalesce(c.dflt_value, 'none')
            || ' key ' || c.pk
            from sqlite_master m join pragma_table_xinfo(m.name) c where m.type = 'table'
        union all select m.name || ' references ' || f."table" || ' by ' || f."from" || ' to ' || f."to" || ' on delete ' || f.on_delete
            from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'
        union all select m.name || ' index ' || case i.origin when 'c' then i.name else '' end || ' unique ' || i."unique" || ' partial ' || i.partial || ' on '
            || (select group_concat(x.name) from pragma_index_info(i.name) x) from sqlite_master m join pragma_index_list(m.name) i where m.type = 'table'
        union all select sql from sqlite_master where type in ('index', 'view') and sql is not null
        """;

    private const string PostgresSchema = """
        select table_name || '.' || column_name || ' ' || data_type || ' nullable ' || is_nullable || ' default ' || coalesce(column_default, 'none')
            || ' identity ' || is_identity
            from information_schema.columns where table_schema = 'public'
        union all select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid)
            from pg_constraint where connamespace = 'public'::regnamespace
        union all select indexdef from pg_indexes where schemaname = 'public'
        union all select viewname || ' ' || definition from pg_views where schemaname = 'public'
        """;

    public static StoreState Read(DbConnection connection)
    {
        var postgres = connection is NpgsqlConnection;
        if (connection.State != System.Data.ConnectionState.Open)
            connection.Open();
        var names = connection.Query<string>(postgres ? "select tablename from pg_tables where schemaname = 'public'"
            : "select name from sqlite_master where type = 'table'").ToList();
        var schema = connection.Query<string>(postgres ? PostgresSchema : SqliteSchema).Select(l => Blanks().Replace(l, " "));
        // SQLite tells a table's checks in its text only.
        var checks = postgres ? [] : connection.Query<(string Name, string Sql)>("select name, sql from sqlite_master where type = 'table'")
            .SelectMany(t => Check().Matches(t.Sql).Select(m => $"{t.Name} {m.Value}"));
        return new StoreState([.. schema.Concat(checks).Where(l => !l.Contains("schema_migrations", StringComparison.Ordinal)).Order(StringComparer.Ordinal)],
            names.ToDictionary(n => n, n => Rows(connection, n), StringComparer.Ordinal));
    }

    /// <summary>Rows as lines with some of their columns, in an order of their own.</summary>
    public IReadOnlyList<string> Lines(string table, IReadOnlyList<string> columns) =>
        [.. Tables[table].Select(r => string.Join(" | ", columns.Select(c => $"{c}={r[c] ?? "null"}"))).Order(StringComparer.Ordinal)];

    /// <summary>Of a table with rows.</summary>
    public IEnumerable<string> Columns(string table) => Tables[table][0].Keys;

    /// <summary>The whole store as lines.</summary>
    public IReadOnlyList<string> Everything =>
        [.. Schema, .. Tables.Where(t => t.Value.Count > 0).OrderBy(t => t.Key, StringComparer.Ordinal)
            .SelectMany(t => Lines(t.Key, [.. t.Value[0].Keys]).Select(l => $"{t.Key}: {l}"))];

    private static IReadOnlyList<IReadOnlyDictionary<string, string?>> Rows(DbConnection connection, string table)
    {
        var rows = new List<IReadOnlyDictionary<string, string?>>();
        using var reader = connection.ExecuteReader($"select * from {table}");
        while (reader.Read())
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => Text(reader.GetValue(i)), StringComparer.Ordinal));
        return rows;
    }

    private static string? Text(object value) => value switch
    {
        DBNull => null,
        byte[] bytes => $"{bytes.Length} bytes {Convert.ToHexStringLower(SHA256.HashData(bytes))}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\w+ +text[^,]*check \([^)]*\)\)")]
    private static partial Regex Check();
}
