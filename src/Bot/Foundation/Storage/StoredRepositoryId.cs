using System.Data;
using Dapper;
using Whybot.Foundation.Identity;

namespace Whybot.Foundation.Storage;

/// <summary>A repository's id as both engines store it: a bigint. Dapper uses this in both directions.</summary>
internal sealed class StoredRepositoryId : SqlMapper.TypeHandler<RepositoryId>
{
    /// <summary>Call once, before the first statement.</summary>
    public static void Register() => SqlMapper.AddTypeHandler(new StoredRepositoryId());

    public override void SetValue(IDbDataParameter parameter, RepositoryId value)
    {
        parameter.DbType = DbType.Int64;
        parameter.Value = value.Value;
    }

    public override RepositoryId Parse(object value) => new((long)value);
}
