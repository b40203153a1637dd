using System.Text.Json;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Output.Reports;
using Whybot.Foundation.Identity;
using Whybot.Memory.Deployments;
using Whybot.Memory.Overviews;
using Whybot.Memory.Runs;

namespace Whybot.Features.Dashboard.Home;

/// <summary>Reads what is wrong now: environments and default branches whose last decision is not go, with their causes.</summary>
internal sealed class WrongReader(EnvironmentListings environments, CauseListings causes, ReportStore reports)
{
    /// <summary>More are counted, but not compared with each other.</summary>
    private const int MostCompared = 200;

    private sealed record Found(WrongNow Wrong, RepositoryId Repository, string Report);

    /// <param name="all">All environments.</param>
    /// <returns>The worst, and how many there are besides.</returns>
    public async Task<(IReadOnlyList<WrongNow> Worst, int More)> ReadAsync(IReadOnlyList<EnvironmentRow> all, int most, CancellationToken cancel)
    {
        var bad = all.Where(e => e.Decision is not (null or Decision.Go or Decision.Void)).OrderBy(e => e.SinceAt).ToList();
        var branches = await environments.FailingBranchesAsync(cancel);
        List<Found> found = [.. await EnvironmentsAsync([.. bad.Take(MostCompared)], cancel), .. await BranchesAsync([.. branches.Take(MostCompared)], cancel)];
        var worst = new List<WrongNow>();
        foreach (var wrong in WrongNow.Worst(found.Select(f => f.Wrong)).Take(most))
            worst.Add(wrong with { Suspect = await SuspectAsync(found.First(f => ReferenceEquals(f.Wrong, wrong)), cancel) });
        return (worst, bad.Count + branches.Count - worst.Count);
    }

    private async Task<IReadOnlyList<Found>> EnvironmentsAsync(IReadOnlyList<EnvironmentRow> rows, CancellationToken cancel)
    {
        var runs = await environments.RunsAsync(rows.Select(e => e.Decided!.Value), cancel);
        var ended = rows.Where(r => runs.ContainsKey(r.Decided!.Value)).Select(r => (Row: r, Run: runs[r.Decided!.Value]))
            .Select(r => (r.Row, r.Run, Last: Conclusion.Read(r.Run.Conclusion)?.Run)).ToList();
        var held = await causes.HeldAsync(ended.SelectMany(e => (e.Last?.Causes ?? []).Take(1).Select(c => (e.Run.Repository, c.Cluster))), cancel);
        return [.. ended.Select(e => new Found(Of(e.Row, e.Run, e.Last, e.Last?.Causes.FirstOrDefault() is { } first
            ? held.GetValueOrDefault((e.Run.Repository, first.Cluster)) : null), e.Run.Repository, ReportStore.OfDeployment(e.Run.Id)))];
    }

    private async Task<IReadOnlyList<Found>> BranchesAsync(IReadOnlyList<BranchRow> rows, CancellationToken cancel)
    {
        var seen = await causes.AtAsync(rows.Select(r => (r.Repository, r.Sha)), cancel);
        return [.. rows.Zip(seen, (row, known) => new Found(Of(row, known), row.Repository, ReportStore.OfCommit(row.Run)))];
    }

    private static WrongNow Of(EnvironmentRow row, DeploymentRun run, LastRun? last, CauseRow? held)
    {
        var first = last?.Causes.FirstOrDefault();
        return new WrongNow(run.RepositoryName, run.Environment, run.Decision!.Value, row.SinceAt ?? run.OpenedAt, Links.Deployment(run.Id))
        {
            IsDeployed = true,
            Accepted = run.Accepted is not null,
            Sha = run.Sha,
            Cause = first?.Title ?? last?.Reason ?? run.Note ?? "No cause is known",
            Because = first?.RootCause,
            CauseAddress = held is null ? null : Links.Cause(held.RepositoryName, held.Cluster),
            More = Math.Max(0, (last?.Causes.Count ?? 0) - 1),
            Issue = held?.Issue ?? first?.Issue,
            Priority = held?.Priority,
            Suspect = first?.Suspect is { } suspect ? new SuspectedChange(suspect.Sha, suspect.Established, null, null, null) : null,
        };
    }

    private static WrongNow Of(BranchRow row, IReadOnlyList<CauseRow> seen)
    {
        var first = seen.FirstOrDefault();
        return new WrongNow(row.RepositoryName, row.Branch, row.Decision, first?.SinceAt ?? row.OpenedAt, Links.Commit(row.Run))
        {
            Sha = row.Sha,
            Cause = first?.Title ?? "No cause is known",
            CauseAddress = first is null ? null : Links.Cause(first.RepositoryName, first.Cluster),
            More = Math.Max(0, seen.Count - 1),
            Issue = first?.Issue,
            Priority = first?.Priority,
        };
    }

    /// <summary>The suspect with its title and author, which only the report has.</summary>
    private async Task<SuspectedChange?> SuspectAsync(Found found, CancellationToken cancel)
    {
        var wrong = found.Wrong;
        try
        {
            var suspects = await reports.FindAsync(found.Repository, found.Report, cancel) is { } stored
                ? ReportJson.Read(stored.Report).Clusters.FirstOrDefault(c => c.Title == wrong.Cause)?.Suspects ?? [] : [];
            var told = wrong.Suspect is { } named ? suspects.FirstOrDefault(s => s.Sha == named.Sha) : suspects.FirstOrDefault();
            return told is null ? wrong.Suspect : new SuspectedChange(told.Sha, told.Status == "established", told.Title, told.Author, told.Pull);
        }
        catch (JsonException)
        {
            // Another version wrote the report.
            return wrong.Suspect;
        }
    }
}
