using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Validity;

/// <summary>Describes how a job ended: <c>unit was killed (exit code 137) in `npm test` while `adds up` ran: Killed</c>.</summary>
public static class JobWords
{
    private const int MostNames = 5;

    /// <summary>Jobs that ended in the same way, for the same reason, are told together.</summary>
    public static IEnumerable<Prose> Of(IEnumerable<JobEnd> jobs) =>
        jobs.GroupBy(j => (j.State, j.ExitCode, j.Step, j.LastStarted, j.Said?.Excerpt)).Select(g => Of([.. g.Select(j => j.Name).Distinct()], g.First()));

    public static Prose Of(JobEnd job) => Of([job.Name], job);

    private static Prose Of(IReadOnlyList<string> names, JobEnd job)
    {
        var code = job.ExitCode is { } exit ? Prose.Of($" (exit code {exit})") : Prose.Empty;
        var step = job.Step is { Length: > 0 } name ? Prose.Of($" in {name:q}") : Prose.Empty;
        var test = job.LastStarted is { Length: > 0 } last ? Prose.Of($" while {last:q} ran") : Prose.Empty;
        var said = job.Said is { Excerpt.Length: > 0 } cited ? Prose.Of($": {cited.Excerpt:q}") : Prose.Empty;
        return Prose.Of($"{Together(names)} {Ended(job.State, names.Count > 1):t}{code}{step}{test}{said}");
    }

    private static Prose Together(IReadOnlyList<string> names) => names.Count is 1 or > MostNames ? Prose.List(names, MostNames)
        : Prose.Of($"{Prose.List(names.SkipLast(1), MostNames)} and {names[^1]}");

    private static string Ended(JobState state, bool many) => state switch
    {
        JobState.Succeeded => "succeeded",
        JobState.Failed => "failed",
        JobState.Killed => many ? "were killed" : "was killed",
        JobState.TimedOut => many ? "ran into their time limits" : "ran into its time limit",
        JobState.Cancelled => many ? "were cancelled" : "was cancelled",
        JobState.Aborted => many ? "were aborted" : "was aborted",
        JobState.NotStarted => "could not be started",
        JobState.RunnerLost => many ? "lost their runners" : "lost its runner",
        _ => "ended in a way that is not known",
    };
}
