using System.Globalization;
using Whybot.Memory.Overviews;

namespace Whybot.Features.Dashboard;

/// <summary>Serves the pages of <see cref="PageRegistration"/>. Each reads its model and shows it; none changes anything.</summary>
internal static class DashboardEndpoints
{
    private static readonly string Style = Embedded("style.css");
    private static readonly string Icon = Embedded("icon.svg");

    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddSingleton<DashboardAccess>().AddSingleton<PageRenderer>().AddSingleton<GitHubLinks>().AddSingleton<Listings>()
            .AddSingleton<CauseListings>().AddSingleton<EnvironmentListings>().AddSingleton<FlakeListings>();
        foreach (var group in PageRegistration.All)
            group.Add(services);
        return services;
    }

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
        foreach (var group in PageRegistration.All)
            group.Map(app);
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
