using System.Data;
using Dapper;

namespace Whybot.Foundation.Storage;

/// <summary>
/// Times as both engines store them: milliseconds of Unix time in a bigint. Anything finer is cut off when written, and times that are read are in UTC.
/// Dapper uses this in both directions: in parameters, columns and tuples, null or not.
/// </summary>
internal sealed class StoredTime : SqlMapper.TypeHandler<DateTimeOffset>
{
    /// <summary>Call once, before the first statement. Dapper's own mapping is removed first: as long as it exists, no handler is called.</summary>
    public static void Register()
    {
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new StoredTime());
    }

    /// <summary>For statements that do not go through Dapper.</summary>
    public static long Of(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
    {
        parameter.DbType = DbType.Int64;
        parameter.Value = Of(value);
    }

    public override DateTimeOffset Parse(object value) => DateTimeOffset.FromUnixTimeMilliseconds((long)value);
}
