using System.Text.Json;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue.Requests;
using Whybot.Memory.Effects;
using Whybot.Memory.Overviews;
using Whybot.Publishing;

namespace Whybot.Intake.Actions;

/// <summary>Tells in the job's log what this run wrote and where, what was refused or failed, and what waits for a later run.</summary>
internal sealed class RunEvents(RunnerListings listings, EffectSenders senders, GitHubSettings github, ActionsLog log)
{
    /// <returns>Whether everything went well; what only waits went well.</returns>
    public async Task<bool> TellAsync(RepositoryId repository, DateTimeOffset began, CancellationToken cancel)
    {
        foreach (var sent in await listings.SentAsync(repository, began, cancel))
            log.Say($"Wrote {Line(sent)}{(Link(sent) is { } link ? $": {link}" : "")}");
        var refused = await listings.RefusedAsync(repository, began, cancel);
        foreach (var effect in refused)
            log.Error($"GitHub refused {Line(effect)}: {effect.Note}.{Permissions.Advice(effect.Note)}");
        var jobs = await listings.OpenAsync(repository, began, cancel);
        var failed = jobs.Where(j => j.Error is not null && j.Kind != PublishJob.Kind).ToList();
        foreach (var job in failed)
            log.Error($"{Subject(job)} failed: {job.Error}.{Permissions.Advice(job.Error)}"
                + (job.State == "dead" ? "" : $" The next run after {Time(job.DueAt)} tries again"));
        foreach (var job in jobs.Where(j => j.Error is null && j.Kind is not (PublishJob.Kind or DigestJob.Kind)))
            log.Notice($"{Subject(job)} is not finished: the next run after {Time(job.DueAt)} goes on");
        return refused.Count == 0 && failed.Count == 0;
    }

    private string Line(Effect effect)
    {
        try
        {
            return senders.Find(effect.Kind)?.Describe(effect).Line ?? effect.Kind;
        }
        catch (JsonException)
        {
            return effect.Kind;
        }
    }

    private string? Link(Effect effect) => senders.Find(effect.Kind)?.Link(effect) is { } path ? $"{github.WebUrl}/{effect.RepositoryName}/{path}" : null;

    private static string Subject(OpenJob job)
    {
        using var arguments = JsonDocument.Parse(job.Arguments);
        var said = arguments.RootElement.ValueKind == JsonValueKind.Object
            ? arguments.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => $"{p.Value}", StringComparer.Ordinal) : [];
        return job.Kind switch
        {
            ExplainJob.Kind => $"The report about commit {CommitSha.Of(said.GetValueOrDefault("Sha"))?.Short}",
            DeployJob.Kind => $"The run of `{said.GetValueOrDefault("Environment")}` at {CommitSha.Of(said.GetValueOrDefault("Sha"))?.Short}",
            _ => $"Job '{job.Kind}'",
        };
    }

    private static string Time(DateTimeOffset at) => $"{at.UtcDateTime:HH:mm} UTC";
}
