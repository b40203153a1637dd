using System.Globalization;
using Whybot.Analysis.Language.Identity;
using Whybot.Features.Dashboard.Runs;
using Whybot.Memory.Overviews;
using Whybot.Memory.RepositoryNames;
using Whybot.Memory.Runs;

namespace Whybot.Features.Dashboard;

/// <summary>A run, its evidence and its files, by address.</summary>
internal static class RunEndpoints
{
    private const string Gone = "There is no such run.";
    private const string ReloadSeconds = "15";
    private const string NotKept = "The run at that commit is not kept any more.";

    public static readonly PageGroup Pages = PageGroup.Of<RunReader>(Map);

    private static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/runs/deployment/{id:long}", async (PageRenderer pages, RunReader reader, HttpResponse response, long id, string? reload,
            CancellationToken cancel) =>
        {
            var run = await reader.DeploymentAsync(id, cancel);
            // A header, so that the page itself stays without anything that moves; its link stops it.
            if (run is { IsGoingOn: true } && reload != "no")
            {
                response.Headers["Refresh"] = ReloadSeconds;
                run = run with { Reloads = true };
            }
            return await DashboardEndpoints.ShowAsync<RunPage, RunModel>(pages, Task.FromResult(run), Gone);
        });
        app.MapGet("/runs/commit/{id:long}", (PageRenderer pages, RunReader reader, long id, CancellationToken cancel) =>
            DashboardEndpoints.ShowAsync<RunPage, RunModel>(pages, reader.CommitAsync(id, cancel), Gone));
        app.MapGet("/runs/deployment/{id:long}/evidence/{number:int}", (PageRenderer pages, RunReader reader, long id, int number, CancellationToken cancel) =>
            DashboardEndpoints.ShowAsync<TextPage, TextModel>(pages, PassageAsync(reader.DeploymentAsync(id, cancel), number), "There is no such evidence."));
        app.MapGet("/runs/commit/{id:long}/evidence/{number:int}", (PageRenderer pages, RunReader reader, long id, int number, CancellationToken cancel) =>
            DashboardEndpoints.ShowAsync<TextPage, TextModel>(pages, PassageAsync(reader.CommitAsync(id, cancel), number), "There is no such evidence."));
        app.MapGet("/runs/deployment/{id:long}/files/{suite:long}/{**file}",
            async (PageRenderer pages, RunReader reader, Listings listings, long id, long suite, string file, string? from, CancellationToken cancel) =>
        {
            var run = await reader.DeploymentAsync(id, cancel);
            var content = run?.Deployment is { } deployment ? await listings.FileAsync(deployment, suite, file, cancel) : null;
            return await FileAsync(pages, run, suite, file, content, from);
        });
        app.MapGet("/runs/commit/{id:long}/files/0/{**file}",
            async (PageRenderer pages, RunReader reader, Listings listings, long id, string file, string? from, CancellationToken cancel) =>
        {
            var content = await listings.CommitAsync(id, cancel) is { } commit ? await listings.FileAsync(commit, file, cancel) : null;
            return await FileAsync(pages, await reader.CommitAsync(id, cancel), 0, file, content, from);
        });
        app.MapGet("/at/{owner}/{name}/{sha}", AtAsync);
    }

    private static async Task<TextModel?> PassageAsync(Task<RunModel?> reading, int number) =>
        await reading is { } run && number >= 1 && number <= run.Passages.Count ? TextModel.Of(run, run.Passages[number - 1]) : null;

    private static Task<IResult> FileAsync(PageRenderer pages, RunModel? run, long suite, string file, byte[]? content, string? from)
    {
        if (run is null || content is null)
            return DashboardEndpoints.MissingAsync(pages, "There is no such file.");
        var first = int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? Math.Max(1, line) : 1;
        return pages.ShowAsync<TextPage, TextModel>(TextModel.Of(run, file, run.FileAddress(new FileRow(suite, "", file)), content, first));
    }

    /// <summary>Redirects to the run at a commit: of the environment with that name, otherwise of the commit's checks.</summary>
    private static async Task<IResult> AtAsync(PageRenderer pages, Repositories repositories, EnvironmentListings environments, RunStore runs, string owner,
        string name,
        CommitSha sha, string? place, CancellationToken cancel)
    {
        if (await repositories.FindAsync(RepositoryName.Of(owner, name), cancel) is not { Id: var repository })
            return await DashboardEndpoints.MissingAsync(pages, NotKept);
        if (await environments.RunAtAsync(repository, place ?? "", sha, cancel) is { } deployment)
            return Results.Redirect(Links.Deployment(deployment));
        return await runs.FindAsync(repository, sha, cancel) is { } commit
            ? Results.Redirect(Links.Commit(commit.Id)) : await DashboardEndpoints.MissingAsync(pages, NotKept);
    }
}
