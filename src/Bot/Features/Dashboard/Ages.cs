using System.Globalization;

namespace Whybot.Features.Dashboard;

/// <summary>Times and durations as a person would say them.</summary>
internal static class Ages
{
    private const int MostMinutes = 90;
    private const int MostHours = 36;
    private const int MostDays = 60;

    /// <summary><c>2 h ago</c>, <c>in 5 min</c>; the day if it is long ago.</summary>
    public static string Of(DateTimeOffset at, DateTimeOffset now)
    {
        var age = now - at;
        if (age.Duration() > TimeSpan.FromDays(MostDays))
            return at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (age.Duration() < TimeSpan.FromMinutes(1))
            return age < TimeSpan.Zero ? "in a moment" : "just now";
        return age < TimeSpan.Zero ? $"in {Rough(age.Duration())}" : $"{Rough(age)} ago";
    }

    /// <summary>How long something has lasted: <c>for 3 d</c>.</summary>
    public static string For(DateTimeOffset since, DateTimeOffset now) =>
        now - since < TimeSpan.FromMinutes(1) ? "since just now" : $"for {Rough(now - since)}";

    /// <summary><c>42 s</c>, <c>7 min 5 s</c>, <c>1 h 20 min</c>, <c>2 d 3 h</c>.</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { TotalSeconds: < 10 } => $"{Math.Max(0, length.TotalSeconds).ToString("0.#", CultureInfo.InvariantCulture)} s",
        { TotalMinutes: < 1 } => $"{length.Seconds} s",
        { TotalHours: < 1 } => Two(length.Minutes, "min", length.Seconds, "s"),
        { TotalDays: < 1 } => Two(length.Hours, "h", length.Minutes, "min"),
        _ => Two((int)length.TotalDays, "d", length.Hours, "h"),
    };

    /// <summary>The whole time, for programs and tooltips.</summary>
    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Rough(TimeSpan age) => age switch
    {
        { TotalMinutes: < MostMinutes } => $"{(int)age.TotalMinutes} min",
        { TotalHours: < MostHours } => $"{(int)age.TotalHours} h",
        _ => $"{(int)age.TotalDays} d",
    };

    private static string Two(int many, string unit, int few, string smaller) => few == 0 ? $"{many} {unit}" : $"{many} {unit} {few} {smaller}";
}
