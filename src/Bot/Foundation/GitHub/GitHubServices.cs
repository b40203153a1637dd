using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Credentials;
using Whybot.Foundation.GitHub.Http;

namespace Whybot.Foundation.GitHub;

/// <summary>Registers everything that talks to GitHub: the pipelines of the two named <see cref="HttpClient"/>s, and the clients on top of them.</summary>
internal static class GitHubServices
{
    /// <summary>GitHub's REST API, with the token.</summary>
    public const string Api = "github";

    /// <summary>The hosts of logs and artifacts, without the token.</summary>
    public const string Downloads = "downloads";

    /// <summary>GitHub's status page, without the token.</summary>
    public const string Status = "status";

    private const int Retries = 3;

    /// <summary>Needs <see cref="GitHubSettings"/>, <see cref="IRepositoryNames"/>, the write slots and the metrics.</summary>
    public static IServiceCollection AddGitHub(this IServiceCollection services)
    {
        services.AddSingleton<GitHubState>().AddSingleton<ResponseCache>().AddSingleton<ITokenSource>(Tokens).AddSingleton<GitHubApi>()
            .AddSingleton<RawAnswers>()
            .AddSingleton<Downloads>().AddSingleton<HookDeliveries>().AddSingleton<WorkflowDispatches>().AddSingleton<PullReverts>()
            .AddSingleton<ProjectFields>().AddSingleton<RootlessBranches>().AddSingleton<DefaultBranchTexts>().AddSingleton<CommitFiles>()
            .AddSingleton<ActionsClient>().AddSingleton<ChecksClient>().AddSingleton<IssuesClient>()
            .AddSingleton<RepositoriesClient>()
            .AddSingleton<DeploymentsClient>().AddSingleton<ContentsClient>().AddSingleton<AppsClient>().AddSingleton<ReviewsClient>()
            .AddSingleton<BotIdentity>().AddSingleton<StatusPages>();
        services.AddPipeline(Api).ConfigureHttpClient((s, client) =>
            {
                client.BaseAddress = new Uri(s.GetRequiredService<GitHubSettings>().ApiUrl.TrimEnd('/') + "/");
                client.Timeout = Timeout.InfiniteTimeSpan;
            })
            .AddReads()
            .Add<RefusalHandler>().Add<RateLimitHandler>().Add<WriteGovernorHandler>().Add<AuthorizationHandler>().Add<ConditionalRequestHandler>()
            .Add<RedirectHandler>().Add<ByIdHandler>().Add<MetricsHandler>().Add<TimeLimitHandler>().Add<IdentificationHandler>();
        services.AddPipeline(Status);
        services.AddPipeline(Downloads).ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan).Add<TimeLimitHandler>();
        return services;
    }

    private static IHttpClientBuilder AddPipeline(this IServiceCollection services, string name) =>
        services.AddHttpClient(name).RemoveAllLoggers().SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(s => new SocketsHttpHandler
            {
                // RedirectHandler follows redirects: they must not carry the token to another host.
                AllowAutoRedirect = false,
                ConnectTimeout = s.GetRequiredService<GitHubSettings>().Timeout,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                AutomaticDecompression = DecompressionMethods.All,
            });

    private static IHttpClientBuilder Add<T>(this IHttpClientBuilder pipeline) where T : DelegatingHandler =>
        pipeline.AddHttpMessageHandler(s => ActivatorUtilities.CreateInstance<T>(s));

    /// <summary>
    /// Retries requests when GitHub fails, if they may be repeated. A POST that changes something is never retried, since it may have taken effect: its caller
    /// checks before trying again.
    /// </summary>
    private static IHttpClientBuilder AddReads(this IHttpClientBuilder pipeline)
    {
        pipeline.AddResilienceHandler("reads", (builder, context) =>
        {
            builder.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            // It would log every attempt; the caller reports what fails in the end.
            builder.TelemetryListener = null;
            var retry = new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(500),
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is GitHubUnreachableException
                    && (attempt.Context.GetRequestMessage() is not { } request || request.Method != HttpMethod.Post || Caller.Of(request).Reads)),
            };
            builder.AddRetry(retry);
        });
        return pipeline;
    }

    private static ITokenSource Tokens(IServiceProvider services)
    {
        var settings = services.GetRequiredService<GitHubSettings>();
        return settings.AppId is { } id
            ? new InstallationTokens(new AppJwt(id, settings.Key()!, services.GetRequiredService<TimeProvider>()), services.GetRequiredService<RawAnswers>(),
                services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<InstallationTokens>>())
            : new PlainToken(settings.Token!);
    }
}
