using Whybot.GitHub;

namespace Whybot.Storage;

/// <summary>A write on GitHub that asks when it may go.</summary>
/// <param name="Repository">Where it goes; null for no certain one.</param>
/// <param name="Person">Login of whom it answers; null for a result of the bot's own.</param>
internal sealed record WriteRequest(long Installation, RepositoryId? Repository = null, string? Person = null);

/// <summary>A time at which an installation wrote, or will.</summary>
internal sealed record WriteSlot(DateTimeOffset At, RepositoryId? Repository, string? Person);

/// <summary>
/// How an installation's writes are shared, so that nobody uses up what others need: results of the bot's own, answers to people, each person, and each
/// repository have a largest part of every hour. Of a minute they have none: it is gone before anybody misses it.
/// </summary>
/// <param name="Part">Of what the installation may write within an hour, in percent.</param>
/// <param name="Counts">Which earlier writes used it up.</param>
internal sealed record WriteBudget(int Part, Func<WriteSlot, bool> Counts)
{
    /// <summary>GitHub's limits of content creation: see "Rate limits for the REST API", secondary limits.</summary>
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

    /// <summary>The first time at which GitHub's own limits leave room for one more.</summary>
    /// <param name="slots">Those of the last hour, the latest first.</param>
    public static DateTimeOffset FreeForAll(IReadOnlyList<WriteSlot> slots)
    {
        var minute = slots.Count >= MostAMinute ? slots[MostAMinute - 1].At.AddMinutes(1) : DateTimeOffset.MinValue;
        var hour = slots.Count >= MostAnHour ? slots[MostAnHour - 1].At.AddHours(1) : DateTimeOffset.MinValue;
        return minute > hour ? minute : hour;
    }

    /// <summary>The first time at which this share leaves room for one more.</summary>
    /// <param name="slots">Those of the last hour, the latest first.</param>
    public DateTimeOffset Free(IEnumerable<WriteSlot> slots) =>
        slots.Where(Counts).ElementAtOrDefault((MostAnHour * Part / 100) - 1)?.At.AddHours(1) ?? DateTimeOffset.MinValue;

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
