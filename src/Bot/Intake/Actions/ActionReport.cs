using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Intake.Webhooks;
using Whybot.Memory.Deployments;
using Whybot.Memory.Effects;
using Whybot.Memory.Overviews;
using Whybot.Memory.Runs;
using Whybot.Publishing;
using Whybot.Runs.Fetching;

namespace Whybot.Intake.Actions;

/// <summary>Reports what came of an event as the outputs, the summary and the log of the workflow's step.</summary>
internal sealed class ActionReport(DeploymentRuns deployments, RunStore runs, EffectStore effects, RunnerListings listings, RunEvents events)
{
    /// <summary>Something that had to be done now could not be done; the log says what.</summary>
    public const int NotDone = 1;

    /// <param name="said">What was done at once, in words; it is the summary of an event that has no decision.</param>
    /// <param name="began">When the run began.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> WriteAsync(ActionsEnvironment environment, WebhookIntent intent, string said, DateTimeOffset began, CancellationToken cancel)
    {
        switch (intent)
        {
            case WebhookIntent.ChecksChanged(var repository, var sha):
                await WriteAsync(environment, repository.Id, sha, cancel);
                break;
            case WebhookIntent.RunEnded(var repository, var sha, _, _):
                await WriteAsync(environment, repository.Id, sha, cancel);
                break;
            case WebhookIntent.Deployed { State: "success" } deployed:
                await WriteAsync(environment, deployed, cancel);
                break;
            default:
                environment.Summarise($"Whybot: {said}.");
                break;
        }
        return await events.TellAsync(environment.Repository!.Id, began, cancel) ? 0 : NotDone;
    }

    private async Task WriteAsync(ActionsEnvironment environment, RepositoryId repository, CommitSha sha, CancellationToken cancel)
    {
        var run = await runs.FindAsync(repository, sha, cancel);
        environment.Set("decision", run?.DecisionWord ?? "none");
        await CheckAsync(environment, repository, sha.Value, $"Whybot has nothing to say about `{sha.Short}`: {Why(run)}.", cancel);
        var comment = run?.Pull is { } pull ? await effects.FindAsync(repository, PullComment.Kind, $"{pull}", cancel) : null;
        environment.Set("comment", $"{comment?.RemoteId}");
        await CausesAsync(environment, repository, sha, cancel);
    }

    private async Task WriteAsync(ActionsEnvironment environment, WebhookIntent.Deployed deployed, CancellationToken cancel)
    {
        var run = await deployments.OpenAsync(deployed.Repository.Id, deployed.Deployment, deployed.Environment, deployed.Sha, cancel);
        environment.Set("decision", run.DecisionWord ?? "none");
        if (environment.Temporary is { } folder && await deployments.WorklogAsync(run.Repository, run.Environment, run.Deployment, cancel) is { } worklog)
        {
            var file = Path.Combine(folder, $"whybot-worklog-{run.Deployment}.md");
            await File.WriteAllTextAsync(file, worklog, cancel);
            environment.Set("worklog", file);
        }
        await CheckAsync(environment, deployed.Repository.Id, Subject.OfDeployment(deployed.Sha, deployed.Environment).Target,
            $"Whybot has nothing to say about `{deployed.Sha.Short}` on `{deployed.Environment}`: {run.Note ?? run.State}.", cancel);
        environment.Set("comment", "");
        await CausesAsync(environment, deployed.Repository.Id, deployed.Sha, cancel);
    }

    /// <summary>Why there is no report. That nothing fails is said only if that was seen.</summary>
    private static string Why(RunRecord? run) => run?.State switch
    {
        "obsolete" => "its pull request has a newer commit",
        "open" => "its checks are not complete, and the run after the last of them goes on",
        "analysed" => "nothing fails",
        _ => "it is not known",
    };

    /// <param name="nothing">The text to use if there is no check run.</param>
    private async Task CheckAsync(ActionsEnvironment environment, RepositoryId repository, string target, string nothing, CancellationToken cancel)
    {
        var check = await effects.FindAsync(repository, CheckEffect.Kind, target, cancel);
        environment.Set("check", $"{check?.RemoteId}");
        environment.Summarise(check is null ? nothing : EffectJson.Read<CheckEffect>(check.Draft).Check.Summary);
    }

    private async Task CausesAsync(ActionsEnvironment environment, RepositoryId repository, CommitSha sha, CancellationToken cancel)
    {
        var causes = await listings.CausesAsync(repository, sha, cancel);
        environment.Set("issue", $"{causes.FirstOrDefault(c => c.Issue is not null)?.Issue}");
        environment.Set("causes", JsonSerializer.Serialize([.. causes.Select(c => new CauseOutput(c.Cluster, c.Title, c.Verdict, c.Issue))],
            ActionReportJson.Default.ListCauseOutput));
    }
}

/// <summary>A cause in the output <c>causes</c>.</summary>
/// <param name="Issue">Its issue's number; null if it has none.</param>
internal sealed record CauseOutput(ClusterId Cause, string Title, string? Verdict, long? Issue);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(List<CauseOutput>))]
internal sealed partial class ActionReportJson : JsonSerializerContext;
