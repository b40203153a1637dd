using System.Text.RegularExpressions;

namespace Whybot.Foundation.Storage;

/// <summary>The SQL that differs between the two engines in migrations.</summary>
/// <param name="Identity">Type of an auto-incrementing key: <c>{identity}</c>.</param>
/// <param name="Bytes">Type for bytes: <c>{bytes}</c>.</param>
/// <param name="Given">The clause for an insert that provides such keys itself: <c>{given}</c>.</param>
/// <param name="Count">Makes a table's key continue from the largest value; <c>{count:table}</c>, with <c>{0}</c> for the table.</param>
/// <param name="Catalogue">
/// A query for the database's contents, with two columns: the name of a table, view or index with its kind, and <c>table.column</c> with the column's type.
/// </param>
internal sealed partial record Dialect(string Identity, string Bytes, string Given, string Count, string Catalogue)
{
    public static readonly Dialect Sqlite = new("integer primary key", "blob", "", "", """
        select name, type from sqlite_master
        union all select m.name || '.' || c.name, lower(c.type) from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'
        """);

    public static readonly Dialect Postgres = new("bigint generated always as identity primary key", "bytea", "overriding system value",
        "select setval(pg_get_serial_sequence('{0}', 'id'), (select coalesce(max(id), 0) + 1 from {0}), false);", """
        select table_name::text, lower(table_type::text) from information_schema.tables where table_schema = current_schema()
        union all select indexname::text, 'index' from pg_indexes where schemaname = current_schema()
        union all select table_name || '.' || column_name, data_type::text from information_schema.columns where table_schema = current_schema()
        """);

    /// <summary>A migration's SQL in this engine's dialect.</summary>
    public string Of(string sql) => Place().Replace(sql, place => place.Groups["word"].Value switch
    {
        "identity" => Identity,
        "bytes" => Bytes,
        "given" => Given,
        _ => Count.Replace("{0}", place.Groups["table"].Value, StringComparison.Ordinal),
    });

    [GeneratedRegex(@"\{(?<word>identity|bytes|given|count:(?<table>\w+))\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Place();
}
