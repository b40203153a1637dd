using System.Data.Common;
using Dapper;

namespace Whybot.Storage;

/// <summary>The transaction that brings a store up to date, as the migrations see it.</summary>
internal sealed class MigrationStep(DbConnection connection, DbTransaction? transaction, Dialect dialect)
{
    /// <summary>None: on a large store a statement may take longer than a command of the service may.</summary>
    public const int Timeout = 0;

    private IReadOnlyDictionary<string, string> _catalogue = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the database really has a table, view or index, or a column (<c>table.column</c>), whatever its migrations say.</summary>
    public bool Has(string thing) => _catalogue.ContainsKey(thing);

    /// <summary>Type of a column, in the engine's own words; null for a column that is not there.</summary>
    public string? TypeOf(string column) => _catalogue.GetValueOrDefault(column);

    /// <summary>Reads again what the database holds.</summary>
    public MigrationStep Look()
    {
        _catalogue = connection.Query<(string Name, string Type)>(dialect.Catalogue, transaction: transaction)
            .ToDictionary(t => t.Name, t => t.Type, StringComparer.Ordinal);
        return this;
    }

    public void Execute(string sql, object? arguments = null) => connection.Execute(dialect.Of(sql), arguments, transaction, Timeout);

    public IEnumerable<T> Query<T>(string sql) => connection.Query<T>(sql, null, transaction, buffered: false, Timeout);
}
