using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Filing;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <param name="Conclusion">As <see cref="Analysis.Decisions.Gates.DecisionTable"/> returns it; null while the run is in progress.</param>
/// <param name="Name">The check run's name; absent in drafts from when a commit had only one.</param>
internal sealed record CheckEffect(CommitSha Sha, string? Conclusion, CheckDraft Check, string Name = OwnCheckRuns.Name)
{
    public const string Kind = "check";
}

/// <summary>Keeps one check run "Whybot" on a commit (and one more for each environment it was deployed to), with annotations on files and lines.</summary>
internal sealed class CheckRunSender(ChecksClient checks, GitHubSettings settings, Texts texts, PublicPages pages) : EffectSender<CheckEffect>
{
    private const int MaxSummary = 65_535;

    public override string Kind => CheckEffect.Kind;
    public override int Order => 3;
    public override bool Notifies => false;

    public override string Describe(CheckEffect draft) =>
        $"check run {draft.Name} on {draft.Sha}: {draft.Conclusion ?? "in progress"}, {draft.Check.Title}, {draft.Check.Annotations.Count} annotations";

    public override string Body(CheckEffect draft) => draft.Check.Summary;

    public override string Link(CheckEffect draft, long remoteId) => $"runs/{remoteId}";

    public override async Task<Sending> SendAsync(CheckEffect draft, Effect effect, RepositoryRef repository, Func<string, Task> claim,
        CancellationToken cancel)
    {
        var output = await OutputAsync(effect.Repository, draft.Check, cancel);
        var hash = Texts.Hash($"{draft.Conclusion}\n{output.Title}\n{output.Summary}");
        var id = effect.RemoteId ?? (await checks.OfAsync(repository, draft.Sha, cancel)).FirstOrDefault(c => IsOwn(c, draft.Name))?.Id;
        if (id is not null && effect.Sent == hash)
            return new Sending.Sent(id.Value, hash, Created: false);
        await claim(hash);
        var details = pages.Run(repository.FullName, draft.Sha, OwnCheckRuns.EnvironmentOf(draft.Name));
        var status = draft.Conclusion is null ? "in_progress" : "completed";
        if (id is { } there)
        {
            // An update can add annotations but not remove any, so they are written only once, when the check run first completes.
            var first = draft.Conclusion is not null && output.Annotations is { Count: > 0 }
                && (await checks.FindAsync(repository, there, cancel)) is { Annotations: 0 };
            await checks.UpdateAsync(repository, there, new CheckRunUpdate(status, draft.Conclusion, OwnCheckRuns.ExternalId(draft.Name),
                first ? output : output with { Annotations = null }, details), cancel);
            return new Sending.Sent(there, hash, Created: false);
        }
        var made = await checks.CreateAsync(repository, new NewCheckRun(draft.Name, draft.Sha, status, draft.Conclusion, OwnCheckRuns.ExternalId(draft.Name),
            output, details), cancel);
        return new Sending.Sent(made.Id, hash, Created: true);
    }

    private bool IsOwn(CheckRun check, string name) =>
        EnvironmentNames.Same(check.Name, name) && EnvironmentNames.Same(check.ExternalId, OwnCheckRuns.ExternalId(name))
            && (settings.AppId is null || check.App?.Id == settings.AppId);

    private async Task<NewCheckRunOutput> OutputAsync(RepositoryId repository, CheckDraft check, CancellationToken cancel)
    {
        var summary = await texts.FinalAsync(repository, check.Summary, cancel);
        return new NewCheckRunOutput(texts.Clean(check.Title), summary.Length > MaxSummary ? summary[..MaxSummary] : summary, null,
            [.. check.Annotations.Take(CheckDraft.MaxAnnotations)
                .Select(a => new NewCheckRunAnnotation(a.Path, a.Line, a.Line, "failure", texts.Clean(a.Message), texts.Clean(a.Title)))]);
    }
}
