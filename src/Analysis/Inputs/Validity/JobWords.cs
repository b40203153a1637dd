using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Validity;

/// <summary>Describes how a job ended: <c>unit was killed (exit code 137) in `npm test` while `adds up` ran: Killed</c>.</summary>
public static class JobWords
{
    public static Prose Of(JobEnd job)
    {
        var code = job.ExitCode is { } exit ? Prose.Of($" (exit code {exit})") : Prose.Empty;
        var step = job.Step is { Length: > 0 } name ? Prose.Of($" in {name:q}") : Prose.Empty;
        var test = job.LastStarted is { Length: > 0 } last ? Prose.Of($" while {last:q} ran") : Prose.Empty;
        var said = job.Said is { Excerpt.Length: > 0 } cited ? Prose.Of($": {cited.Excerpt:q}") : Prose.Empty;
        return Prose.Of($"{job.Name} {Ended(job.State):t}{code}{step}{test}{said}");
    }

    private static string Ended(JobState state) => state switch
    {
        JobState.Succeeded => "succeeded",
        JobState.Failed => "failed",
        JobState.Killed => "was killed",
        JobState.TimedOut => "ran into its time limit",
        JobState.Cancelled => "was cancelled",
        JobState.Aborted => "was aborted",
        JobState.NotStarted => "could not be started",
        JobState.RunnerLost => "lost its runner",
        _ => "ended in a way that is not known",
    };
}
