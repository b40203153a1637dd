using Whybot.Foundation.Identity;

namespace Whybot.Foundation.WriteLimits;

/// <summary>A write on GitHub that is waiting for its turn.</summary>
/// <param name="Repository">The repository it goes to; null if there isn't a particular one.</param>
/// <param name="Person">Login of the person it answers; null for one of the bot's own results.</param>
internal sealed record WriteRequest(long Installation, RepositoryId? Repository = null, string? Person = null);

/// <summary>A time at which an installation wrote, or will write.</summary>
internal sealed record WriteSlot(DateTimeOffset At, RepositoryId? Repository, string? Person);

/// <summary>
/// How an installation's writes are shared, so that nobody uses up what others need: the bot's own results, answers to people, each person, and each
/// repository have a maximum share of every hour. There are no shares of a minute, which is over before anybody would miss one.
/// </summary>
/// <param name="Part">Percentage of what the installation may write per hour.</param>
/// <param name="Counts">Which earlier writes count towards the share.</param>
internal sealed record WriteBudget(int Part, Func<WriteSlot, bool> Counts)
{
    /// <summary>GitHub's limits for creating content: see "Rate limits for the REST API", secondary limits.</summary>
    public const int MostAMinute = 80;
    public const int MostAnHour = 500;

    public const int Results = 90;
    public const int Answers = 40;
    public const int Person = 20;
    public const int Repository = 80;

    public static IEnumerable<WriteBudget> SharesOf(WriteRequest write)
    {
        if (write.Repository is { } repository)
            yield return new WriteBudget(Repository, s => s.Repository == repository);
        if (write.Person is { } person)
        {
            yield return new WriteBudget(Answers, s => s.Person is not null);
            yield return new WriteBudget(Person, s => Same(s.Person, person));
        }
        else
        {
            yield return new WriteBudget(Results, s => s.Person is null);
        }
    }

    /// <summary>The earliest time at which GitHub's own limits allow one more write.</summary>
    /// <param name="slots">The slots of the last hour, latest first.</param>
    public static DateTimeOffset FreeForAll(IReadOnlyList<WriteSlot> slots)
    {
        var minute = slots.Count >= MostAMinute ? slots[MostAMinute - 1].At.AddMinutes(1) : DateTimeOffset.MinValue;
        var hour = slots.Count >= MostAnHour ? slots[MostAnHour - 1].At.AddHours(1) : DateTimeOffset.MinValue;
        return minute > hour ? minute : hour;
    }

    /// <summary>The earliest time at which this share allows one more write.</summary>
    /// <param name="slots">The slots of the last hour, latest first.</param>
    public DateTimeOffset Free(IEnumerable<WriteSlot> slots) =>
        slots.Where(Counts).ElementAtOrDefault((MostAnHour * Part / 100) - 1)?.At.AddHours(1) ?? DateTimeOffset.MinValue;

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
