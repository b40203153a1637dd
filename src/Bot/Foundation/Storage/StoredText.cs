using System.Data;
using Dapper;
using Whybot.Analysis.Language.Identity;

namespace Whybot.Foundation.Storage;

/// <summary>An id or a name as both engines store it: text. Dapper uses this in both directions; a row of an older version is not checked.</summary>
internal sealed class StoredText<T>(Func<T, string> write, Func<string, T> read) : SqlMapper.TypeHandler<T>
{
    public override void SetValue(IDbDataParameter parameter, T? value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = write(value!);
    }

    public override T Parse(object value) => read((string)value);
}

/// <summary>The types that are stored as text.</summary>
internal static class StoredTexts
{
    /// <summary>Call once, before the first statement.</summary>
    public static void Register()
    {
        SqlMapper.AddTypeHandler(new StoredText<CommitSha>(s => s.Value, s => new CommitSha(s)));
        SqlMapper.AddTypeHandler(new StoredText<ClusterId>(c => c.Value, c => new ClusterId(c)));
        SqlMapper.AddTypeHandler(new StoredText<RepositoryName>(n => n.Value, n => new RepositoryName(n)));
    }
}
