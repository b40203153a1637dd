using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Whybot.Foundation.Storage;

namespace Whybot.Intake.Actions.State;

/// <summary>
/// The store as it lies in the state's branch: without what only this run needs, and in a public repository, where anybody can read the branch, without what
/// was not posted.
/// </summary>
internal static class StateArchive
{
    /// <summary>What no later run needs.</summary>
    private static readonly string[] OfTheService = ["delivery_bodies", "deliveries"];

    /// <summary>Excerpts of logs and results, whole reports, result files: people who may see the run find them in its artifacts.</summary>
    private static readonly string[] NotPosted = ["reports", "results", "suite_files"];

    /// <summary>When something was looked at last; that alone is no news.</summary>
    private static readonly HashSet<string> Times = ["repositories.named_at", "runs.finished_at"];

    /// <param name="Text">The store, compressed, as Base64: GitHub takes and gives texts in fewer requests than bytes.</param>
    /// <param name="Hash">Of what it says: two archives with the same hash say the same.</param>
    public sealed record Archive(string Text, string Hash);

    /// <summary>Writes an archive's store into a file.</summary>
    /// <exception cref="InvalidDataException">It is not an archive, or is damaged.</exception>
    public static void Unpack(string archive, string file)
    {
        try
        {
            using var packed = new BrotliStream(new MemoryStream(Convert.FromBase64String(archive)), CompressionMode.Decompress);
            using var into = File.Create(file);
            packed.CopyTo(into);
        }
        catch (Exception broken) when (broken is InvalidOperationException or IOException or FormatException)
        {
            throw new InvalidDataException(broken.Message, broken);
        }
    }

    /// <param name="file">The store; it is not changed.</param>
    /// <param name="isPublic">Whether anybody can read the branch.</param>
    /// <param name="resume">When other runs may go on with what this run is doing at the moment, if it does not end it.</param>
    public static Archive Pack(string file, bool isPublic, DateTimeOffset resume)
    {
        var copy = $"{file}.archive";
        File.Delete(copy);
        try
        {
            using (var store = SqliteFile.ReadOnly(file))
            {
                store.Open();
                store.Execute("vacuum into @copy", new { copy });
            }
            string hash;
            using (var store = SqliteFile.Connection(copy))
            {
                store.Open();
                foreach (var table in isPublic ? [.. OfTheService, .. NotPosted] : OfTheService)
                    store.Execute($"delete from {table}");
                store.Execute("""
                    update jobs set state = 'pending', due_at = max(due_at, @resume), leased_until = null, attempts = max(attempts - 1, 0) where state = 'running'
                    """, new { resume = resume.ToUnixTimeMilliseconds() });
                hash = Hash(store);
                store.Execute("vacuum");
            }
            return new Archive(Convert.ToBase64String(Compress(File.ReadAllBytes(copy))), hash);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static byte[] Compress(byte[] store)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(store);
        return packed.ToArray();
    }

    /// <summary>Over all rows of all tables. What every run writes although nothing has happened does not count.</summary>
    private static string Hash(SqliteConnection store)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var tables = store.Query<string>(
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'write_slots' order by name");
        foreach (var table in tables.ToList())
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n\n{table}"));
            using var command = store.CreateCommand();
            command.CommandText = $"select * from {table} order by rowid";
            using var rows = command.ExecuteReader();
            List<int> columns = [.. Enumerable.Range(0, rows.FieldCount).Where(i => !Times.Contains($"{table}.{rows.GetName(i)}"))];
            while (rows.Read())
                foreach (var i in columns)
                {
                    hash.AppendData(rows.GetValue(i) is byte[] bytes ? bytes : Encoding.UTF8.GetBytes($"{rows.GetValue(i)}"));
                    hash.AppendData("\n"u8);
                }
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
