using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Whybot.Storage;

/// <summary>
/// Loads SQLite: the operating system's where there is one, since it is newer and gets its security updates; else the bundled one.
/// Every connection is made here: calls bound before the choice would go to the other library, and two of them in one process end it.
/// </summary>
internal static class SqliteLibrary
{
    private static readonly Lazy<bool> Loaded = new(Load);

    /// <summary>A closed connection to a file, not pooled.</summary>
    public static SqliteConnection Connection(string file) => Connection(file, SqliteOpenMode.ReadWriteCreate);

    /// <summary>The same, and it changes nothing.</summary>
    public static SqliteConnection ReadOnly(string file) => Connection(file, SqliteOpenMode.ReadOnly);

    private static SqliteConnection Connection(string file, SqliteOpenMode mode)
    {
        _ = Loaded.Value;
        return new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
    }

    private static bool Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        Batteries_V2.Init();
        return true;
    }

    /// <summary>Zero leaves the choice to the runtime, which finds the bundled library.</summary>
    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == "e_sqlite3" && NativeLibrary.TryLoad("libsqlite3.so.0", out var system) ? system : 0;
}
