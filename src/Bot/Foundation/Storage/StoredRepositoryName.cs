using System.Data;
using Dapper;
using Whybot.Analysis.Language.Identity;

namespace Whybot.Foundation.Storage;

/// <summary>A repository's name as both engines store it: text. Dapper uses this in both directions; a row of an older version is not checked.</summary>
internal sealed class StoredRepositoryName : SqlMapper.TypeHandler<RepositoryName>
{
    /// <summary>Call once, before the first statement.</summary>
    public static void Register() => SqlMapper.AddTypeHandler(new StoredRepositoryName());

    public override void SetValue(IDbDataParameter parameter, RepositoryName value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = value.Value;
    }

    public override RepositoryName Parse(object value) => new((string)value);
}
