using System.Data;
using Dapper;

namespace Whybot.Storage;

/// <summary>
/// Times as both engines keep them: milliseconds of Unix time in a bigint. What is finer is cut off when it is written, and what is read is in UTC.
/// Dapper takes times through this both ways: in parameters, columns and tuples, null or not.
/// </summary>
internal sealed class StoredTime : SqlMapper.TypeHandler<DateTimeOffset>
{
    /// <summary>Once, before the first statement. Dapper's own mapping goes first: as long as it is there, no handler is asked.</summary>
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
