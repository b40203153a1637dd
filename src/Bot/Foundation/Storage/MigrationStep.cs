using System.Data.Common;
using Dapper;

namespace Whybot.Foundation.Storage;

/// <summary>The transaction that updates a store, as the migrations see it.</summary>
internal sealed class MigrationStep(DbConnection connection, DbTransaction? transaction, Dialect dialect)
{
    /// <summary>No timeout: on a large store a statement may take longer than the service's commands are allowed to.</summary>
    public const int Timeout = 0;

    private IReadOnlyDictionary<string, string> _catalogue = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the database actually has a table, view or index, or a column (<c>table.column</c>), regardless of its recorded migrations.</summary>
    public bool Has(string thing) => _catalogue.ContainsKey(thing);

    /// <summary>Type of a column, in the engine's own words; null if there is no such column.</summary>
    public string? TypeOf(string column) => _catalogue.GetValueOrDefault(column);

    /// <summary>Reads the database's contents again.</summary>
    public MigrationStep Look()
    {
        _catalogue = connection.Query<(string Name, string Type)>(dialect.Catalogue, transaction: transaction)
            .ToDictionary(t => t.Name, t => t.Type, StringComparer.Ordinal);
        return this;
    }

    public void Execute(string sql, object? arguments = null) => connection.Execute(dialect.Of(sql), arguments, transaction, Timeout);

    public IEnumerable<T> Query<T>(string sql, object? arguments = null) => connection.Query<T>(sql, arguments, transaction, buffered: false, Timeout);
}
