using System.Data.Common;

namespace Whybot.Foundation.Storage;

/// <summary>Updates a store: applies, in order, the migrations that it does not have yet. The caller holds a lock and commits.</summary>
internal static class Migrations
{
    private const string Table = "schema_migrations";
    private const string Hash = "sha256";

    /// <param name="store">The store's name in messages: its file or its database.</param>
    /// <exception cref="StoreVersionException">Another version of Whybot wrote it; nothing was changed.</exception>
    public static void Apply(DbConnection connection, DbTransaction transaction, Dialect dialect, string store)
    {
        var step = new MigrationStep(connection, transaction, dialect).Look();
        var applied = Applied(step, store);
        var missing = Migration.All.Where(m => !applied.Contains(m.Number)).ToList();
        if (missing.Count == 0)
            return;
        step.Execute($"create table if not exists {Table} (number bigint primary key, name text not null)");
        if (!applied.Contains(Repair.Before))
            Repair.Run(step, applied);
        foreach (var migration in missing)
            step.Execute(migration.Sql);
        if (!applied.Contains(VerdictFill.With))
            VerdictFill.Run(step);
        foreach (var migration in missing)
            step.Execute($"insert into {Table} (number, name, {Hash}) values (@Number, @Name, @Hash)", migration);
    }

    /// <summary>Only reads: a store that must not change need not be opened for writing.</summary>
    /// <exception cref="StoreVersionException">Another version of Whybot wrote it.</exception>
    public static void Check(DbConnection connection, Dialect dialect, string store) =>
        Applied(new MigrationStep(connection, null, dialect).Look(), store);

    /// <returns>The numbers of the migrations that the store has.</returns>
    private static HashSet<long> Applied(MigrationStep step, string store)
    {
        if (!step.Has(Table))
            return [];
        var hash = step.Has($"{Table}.{Hash}") ? Hash : "null";
        var rows = step.Query<Row>($"select number, name, {hash} as sha256 from {Table} order by number").ToList();
        var known = Migration.All.ToDictionary(m => m.Number);
        if (rows.LastOrDefault(r => !known.ContainsKey(r.Number)) is { } newer)
            throw new StoreVersionException(
                $"{store} was written by a newer version of Whybot (its schema is {newer.Number}; this version knows up to {Migration.All[^1].Number})",
                "start the newer version, or restore the backup from before the upgrade");
        if (rows.FirstOrDefault(r => r.Sha256 is { } text && text != known[r.Number].Hash) is { } other)
            throw new StoreVersionException(
                $"{store} was written by an unreleased build of Whybot (its migration {other.Name} differs from this version's)",
                "start the build that wrote it, or restore a backup");
        return [.. rows.Select(r => r.Number)];
    }

    private sealed record Row
    {
        public required long Number { get; init; }
        public required string Name { get; init; }

        /// <summary>Null if it was applied before hashes were kept.</summary>
        public string? Sha256 { get; init; }
    }
}
