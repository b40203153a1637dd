using System.Text;
using Dapper;
using Whybot.Foundation.Storage;
using Whybot.Intake.Actions.State;
using Whybot.Testing.GitHub;

namespace Whybot.Benchmarks.Histories;

/// <summary>The state as it lies in the fake GitHub's branch.</summary>
internal static class StateFile
{
    public const string Ref = "refs/heads/whybot-state";

    /// <summary>Asks the store that lies in the branch.</summary>
    public static T Ask<T>(FakeRepository repository, Func<System.Data.IDbConnection, T> ask)
    {
        var file = Unpacked(repository);
        try
        {
            using var store = SqliteFile.ReadOnly(file);
            return ask(store);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Changes the store that lies in the branch, as anybody could who may write branches.</summary>
    public static void Change(FakeRepository repository, string sql, object? arguments = null)
    {
        var file = Unpacked(repository);
        try
        {
            using (var store = SqliteFile.Connection(file))
                store.Execute(sql, arguments);
            repository.Objects[Blob(repository)] = Encoding.UTF8.GetBytes(StateArchive.Pack(file, isPublic: false, DateTimeOffset.UnixEpoch).Text);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Makes all times in it earlier, as if that much time had gone by since.</summary>
    public static void Age(FakeRepository repository, TimeSpan by)
    {
        if (!repository.Refs.ContainsKey(Ref))
            return;
        var times = Ask(repository, store => store.Query<(string Table, string Column)>("""
            select m.name, c.name from sqlite_master m, pragma_table_info(m.name) c
            where m.type = 'table' and (c.name like '%\_at' escape '\' or c.name in ('at', 'asked_again', 'leased_until'))
            """).ToList());
        Change(repository, string.Concat(times.Select(t => $"update {t.Table} set {t.Column} = {t.Column} - @by where {t.Column} > @by;")),
            new { by = (long)by.TotalMilliseconds });
        var blob = Blob(repository, StateClaimJson.File);
        repository.Objects[blob] = Encoding.UTF8.GetBytes(StateClaimJson.Write(
            StateClaimJson.Read(Encoding.UTF8.GetString(repository.Objects[blob])).Select(c => c with { Until = c.Until - by })));
    }

    /// <summary>Damages it.</summary>
    public static void Break(FakeRepository repository) => repository.Objects[Blob(repository)] = "no archive"u8.ToArray();

    private static string Unpacked(FakeRepository repository)
    {
        var file = Path.GetTempFileName();
        StateArchive.Unpack(Encoding.UTF8.GetString(repository.Objects[Blob(repository)]), file);
        return file;
    }

    private static string Blob(FakeRepository repository, string file = StateBranch.StoreFile) =>
        FakeObjects.Files(repository, repository.Refs[Ref])[file];
}
