using Microsoft.Data.Sqlite;

namespace Whybot.Foundation.Storage;

/// <summary>
/// Connections to a SQLite file, not yet opened. They are not pooled: when the last one closes, SQLite writes its log back into the file, so a stopped
/// service leaves a single file that can be copied.
/// </summary>
internal static class SqliteFile
{
    /// <summary>Creates the file if it does not exist.</summary>
    public static SqliteConnection Connection(string file) => Connection(file, SqliteOpenMode.ReadWriteCreate);

    /// <summary>Changes nothing in the file.</summary>
    public static SqliteConnection ReadOnly(string file) => Connection(file, SqliteOpenMode.ReadOnly);

    private static SqliteConnection Connection(string file, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
}
