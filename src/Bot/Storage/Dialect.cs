namespace Whybot.Storage;

/// <summary>What the two engines word differently in migrations.</summary>
/// <param name="Identity">Type of a key that counts up: <c>{identity}</c>.</param>
/// <param name="Bytes">Type of bytes: <c>{bytes}</c>.</param>
/// <param name="Catalogue">
/// A query for what the database holds, in two columns: the name of a table, view or index with its kind, and <c>table.column</c> with the column's type.
/// </param>
internal sealed record Dialect(string Identity, string Bytes, string Catalogue)
{
    public static readonly Dialect Sqlite = new("integer primary key", "blob", """
        select name, type from sqlite_master
        union all select m.name || '.' || c.name, lower(c.type) from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'
        """);

    public static readonly Dialect Postgres = new("bigint generated always as identity primary key", "bytea", """
        select table_name::text, lower(table_type::text) from information_schema.tables where table_schema = current_schema()
        union all select indexname::text, 'index' from pg_indexes where schemaname = current_schema()
        union all select table_name || '.' || column_name, data_type::text from information_schema.columns where table_schema = current_schema()
        """);

    /// <summary>A migration's SQL in this engine's words.</summary>
    public string Of(string sql) =>
        sql.Replace("{identity}", Identity, StringComparison.Ordinal).Replace("{bytes}", Bytes, StringComparison.Ordinal);
}
