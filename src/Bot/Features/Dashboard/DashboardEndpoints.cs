using System.Globalization;
using Whybot.Features.Dashboard.Causes;
using Whybot.Features.Dashboard.Environments;
using Whybot.Features.Dashboard.Flakes;
using Whybot.Features.Dashboard.Posted;
using Whybot.Features.Dashboard.Runs;
using Whybot.Features.Dashboard.Traffic;
using Whybot.Memory.Listings;

namespace Whybot.Features.Dashboard;

/// <summary>The pages by address. Each reads its model and shows it; none changes anything.</summary>
internal static class DashboardEndpoints
{
    private static readonly string Style = Embedded("style.css");
    private static readonly string Icon = Embedded("icon.svg");

    public static IServiceCollection AddDashboard(this IServiceCollection services) =>
        services.AddSingleton<DashboardAccess>().AddSingleton<PageRenderer>().AddSingleton<GitHubLinks>().AddSingleton<Listings>()
            .AddSingleton<EnvironmentReader>().AddSingleton<RunReader>()
            .AddSingleton<CauseReader>().AddSingleton<FlakeReader>().AddSingleton<TrafficReader>().AddSingleton<PostedReader>();

    /// <summary>The pages are served on their own port, which serves nothing else.</summary>
    public static void UseDashboard(this WebApplication app, DashboardSettings settings)
    {
        if (!settings.IsOn)
            return;
        var access = app.Services.GetRequiredService<DashboardAccess>();
        app.MapWhen(context => context.Connection.LocalPort == settings.Port, pages =>
        {
            pages.Use(access.InvokeAsync);
            pages.UseRouting();
            pages.UseEndpoints(Map);
        });
    }

    private static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/style.css", () => Results.Text(Style, "text/css"));
        app.MapGet("/icon.svg", () => Results.Text(Icon, "image/svg+xml"));
        app.MapGet("/", async (PageRenderer pages, EnvironmentReader reader, CancellationToken cancel) =>
            await pages.ShowAsync<EnvironmentsPage, EnvironmentsModel>(await reader.AllAsync(cancel)));
        app.MapGet("/environments/{owner}/{name}/{**environment}",
            (PageRenderer pages, EnvironmentReader reader, string owner, string name, string environment, string? page, CancellationToken cancel) =>
            ShowAsync<EnvironmentPage, EnvironmentModel>(pages, reader.OneAsync($"{owner}/{name}", environment, Number(page), cancel),
                $"There is no run of {environment} in {owner}/{name}."));
        app.MapGet("/commits", async (PageRenderer pages, Listings listings, string? page, CancellationToken cancel) =>
        {
            var (shown, paging) = Paging.Of(await listings.CommitsAsync(Paging.Size + 1, Paging.Offset(Number(page)), cancel), Number(page));
            return await pages.ShowAsync<CommitsPage, CommitsModel>(new CommitsModel(shown, paging));
        });
        RunEndpoints.Map(app);
        app.MapGet("/causes", async (PageRenderer pages, CauseReader reader, string? page, CancellationToken cancel) =>
            await pages.ShowAsync<CausesPage, CausesModel>(await reader.AllAsync(Number(page), cancel)));
        app.MapGet("/causes/{owner}/{name}/{cluster}", (PageRenderer pages, CauseReader reader, string owner, string name, string cluster,
            CancellationToken cancel) =>
            ShowAsync<CausePage, CauseModel>(pages, reader.OneAsync($"{owner}/{name}", cluster, cancel), "No such cause is known."));
        app.MapGet("/flaky", async (PageRenderer pages, FlakeReader reader, CancellationToken cancel) =>
            await pages.ShowAsync<FlakesPage, FlakesModel>(await reader.AllAsync(cancel)));
        app.MapGet("/record/{owner}/{name}", (PageRenderer pages, FlakeReader reader, string owner, string name, string? page, CancellationToken cancel) =>
            ShowAsync<RecordPage, RecordModel>(pages, reader.RecordAsync($"{owner}/{name}", Number(page), cancel), $"Nothing is known of {owner}/{name}."));
        app.MapGet("/deliveries", async (PageRenderer pages, TrafficReader reader, string? page, CancellationToken cancel) =>
            await pages.ShowAsync<TrafficPage, TrafficModel>(await reader.ReadAsync(Number(page), cancel)));
        app.MapGet("/posted", async (PageRenderer pages, PostedReader reader, string? page, CancellationToken cancel) =>
            await pages.ShowAsync<PostedPage, PostedModel>(await reader.AllAsync(Number(page), cancel)));
        app.MapGet("/posted/{id:long}", (PageRenderer pages, PostedReader reader, long id, CancellationToken cancel) =>
            ShowAsync<PostPage, PostModel>(pages, reader.OneAsync(id, cancel), "Nothing of that number was posted."));
        app.MapFallback((PageRenderer pages) => MissingAsync(pages, "There is no such page."));
    }

    /// <summary>Shows the page, or one that says what is missing.</summary>
    public static async Task<IResult> ShowAsync<TPage, TModel>(PageRenderer pages, Task<TModel?> model, string missing) where TPage : Page<TModel> where TModel
        : class =>
        await model is { } found ? await pages.ShowAsync<TPage, TModel>(found) : await MissingAsync(pages, missing);

    public static Task<IResult> MissingAsync(PageRenderer pages, string missing) =>
        pages.ShowAsync<MissingPage, string>(missing, StatusCodes.Status404NotFound);

    /// <summary>An address may contain anything.</summary>
    public static int Number(string? text) => Paging.Clamp(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);

    private static string Embedded(string name)
    {
        using var stream = typeof(DashboardEndpoints).Assembly.GetManifestResourceStream($"Whybot.Features.Dashboard.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
