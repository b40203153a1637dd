using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Filing;
using Whybot.Analysis.Output.Reports;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Publishing;
using Whybot.Runs.Fetching;
using Whybot.Runs.Suites;

namespace Whybot.Features.Deployments;

/// <summary>Shows a run's progress in its check run, which is edited only so often.</summary>
internal sealed class LiveCheck(Outbox outbox, SuitePolicy policy)
{
    /// <param name="started">The suites started so far.</param>
    public async Task ShowAsync(Session session, DeploymentRun run, PlanFile plan, IReadOnlyList<SuiteRun> started, string? delivery)
    {
        var progress = new RunProgress(run.Environment, run.Sha, plan, (int)run.Phase, Counts.Read(run.Counts).Suites,
            started.Where(s => s.Ended && s.Phase > 0).SelectMany(s => s.Names).ToHashSet(StringComparer.Ordinal),
            started.Where(s => s.Phase == 0 && !s.Ended).Sum(s => s.Only.Count));
        var draft = new CheckDraft(ProgressWriter.Title(progress), ProgressWriter.Summary(progress), []);
        if (await outbox.CheckAsync(session, run.Ref, Subject.OfDeployment(run.Sha, run.Environment), null, draft, policy.Live, onlyIfThere: false))
            await outbox.PublishAsync(session, run.Repository, delivery);
    }

    /// <summary>Says that no suite was run, and why.</summary>
    /// <param name="gates">Whether the check can be a required one, which then must not pass.</param>
    public async Task NotRunAsync(Session session, DeploymentRun run, string why, bool gates, string? delivery)
    {
        var text = $"### The suites of {Markdown.Code(run.Environment)} were not run\n\n{Markdown.Code(why)}. Nothing is concluded about "
            + $"{Markdown.Code(run.Sha.Value)}.\n";
        await outbox.CheckAsync(session, run.Ref, Subject.OfDeployment(run.Sha, run.Environment),
            DecisionTable.CheckConclusion(Decision.Inconclusive, gates, alsoFailing: false),
            new CheckDraft(SafeText.OneLine($"Not run: {why}", 120), text, []), TimeSpan.Zero, onlyIfThere: false);
        await outbox.PublishAsync(session, run.Repository, delivery);
    }
}
