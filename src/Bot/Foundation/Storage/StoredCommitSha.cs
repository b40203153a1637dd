using System.Data;
using Dapper;
using Whybot.Analysis.Language.Identity;

namespace Whybot.Foundation.Storage;

/// <summary>A commit's id as both engines store it: text. Dapper uses this in both directions; a row of an older version is not checked.</summary>
internal sealed class StoredCommitSha : SqlMapper.TypeHandler<CommitSha>
{
    /// <summary>Call once, before the first statement.</summary>
    public static void Register() => SqlMapper.AddTypeHandler(new StoredCommitSha());

    public override void SetValue(IDbDataParameter parameter, CommitSha value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = value.Value;
    }

    public override CommitSha Parse(object value) => new((string)value);
}
