using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Shouldly;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>One failing check is one check run, one comment and one issue, whatever happens on the way. On both stores.</summary>
[Needs("processes")]
public sealed class OnceTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private FakeGitHub _github = null!;

    public async ValueTask InitializeAsync() => _github = await FakeGitHub.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _github.DisposeAsync();
        _folder.Dispose();
    }

    private ServiceProcess Service(bool postgres) =>
        new ServiceProcess(_folder.Path, _github, postgres ? PostgresServer.NewDatabase() : null).With("Whybot__Queue__Lease", "00:00:01");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Redelivered_shuffled_repeated_and_with_every_fifth_answer_lost(bool postgres)
    {
        var repository = Stage.FailingPull(_github);
        var random = new Random(20261120);
        _github.Faults = request => random.NextDouble() switch
        {
            < 0.2 => new Fault(FaultKind.LoseAnswer),
            < 0.25 => new Fault(FaultKind.FailAfter),
            < 0.3 => new Fault(FaultKind.FailBefore),
            _ => null,
        };
        using var service = await Service(postgres).StartAsync();

        await PostAllAsync(service, random, times: 5);
        await Wait.UntilAsync(() => IsAnswered(repository), () => service.Output);
        await PostAllAsync(service, random, times: 5);
        while (!await IsIdleAsync(service))
            await service.SaysAsync(TestContext.Current.CancellationToken);

        ShouldBeOneOfEach(repository);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_three_instances_over_one_store(bool postgres)
    {
        var repository = Stage.FailingPull(_github);
        var database = postgres ? PostgresServer.NewDatabase() : null;
        var random = new Random(7);
        using var one = new ServiceProcess(_folder.Path, _github, database);
        using var two = new ServiceProcess(_folder.Path, _github, database);
        using var three = new ServiceProcess(_folder.Path, _github, database);
        await Task.WhenAll(one.StartAsync(), two.StartAsync(), three.StartAsync());

        await Task.WhenAll(PostAllAsync(one, random, 3), PostAllAsync(two, random, 3), PostAllAsync(three, random, 3));
        await Wait.UntilAsync(() => IsAnswered(repository), () => one.Output + two.Output + three.Output);
        while (!await IsIdleAsync(one))
            await one.SaysAsync(TestContext.Current.CancellationToken);

        ShouldBeOneOfEach(repository);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_each_step(bool postgres)
    {
        var repository = Stage.FailingPull(_github);
        var steps = new ConcurrentDictionary<string, bool>();
        using var service = Service(postgres);
        // Each step kills the service once: after GitHub has done what was asked, before it has answered.
        await service.StartAsync();
        await service.PostAsync("workflow_run", "g-1", Stage.WorkflowRun(Stage.HeadSha));
        _github.Faults = request => steps.TryAdd(Step(request), true) ? new Fault(FaultKind.LoseAnswer, Then: service.Kill) : null;

        while (!IsAnswered(repository) || !await IsIdleAsync(service))
            if (!service.Runs)
                await service.StartAsync();
            else
                await service.SaysAsync(TestContext.Current.CancellationToken);

        ShouldBeOneOfEach(repository);
        steps.Keys.Count(s => s.StartsWith("POST /repos", StringComparison.Ordinal)).ShouldBe(3);
        steps.Count.ShouldBeGreaterThan(14);
    }

    /// <summary>What kind of request it is, ids aside.</summary>
    private static string Step(FakeRequest request) => $"{request.Method} {Regex.Replace(request.Path, @"\d+|[0-9a-f]{40}", "N")}";

    private static async Task PostAllAsync(ServiceProcess service, Random random, int times)
    {
        var deliveries = new[]
        {
            ("workflow_run", "g-1", Stage.WorkflowRun(Stage.HeadSha)), ("check_suite", "g-2", Stage.CheckSuite(Stage.HeadSha)), ("check_run", "g-3",
                Stage.CheckRun(Stage.HeadSha)),
            ("check_run", "g-4", Stage.CheckRun(Stage.HeadSha, FakeApps.AppId)), ("a_new_event", "g-5", "{}"),
        };
        var shuffled = Enumerable.Repeat(deliveries, times).SelectMany(d => d).ToArray();
        random.Shuffle(shuffled);
        foreach (var (name, guid, body) in shuffled)
            ((int)await service.PostAsync(name, guid, body)).ShouldBe(202);
    }

    private static bool IsAnswered(FakeRepository repository) => repository.PullComments.Values.Any(c => c.Count > 0);

    /// <summary>Nothing waits any longer: neither deliveries nor jobs.</summary>
    private static async Task<bool> IsIdleAsync(ServiceProcess service)
    {
        try
        {
            var ready = await service.Http.GetStringAsync("/ready", TestContext.Current.CancellationToken);
            return ready.Contains("\"pending\":0", StringComparison.Ordinal) && ready.Contains("\"jobs\":0", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            // Killed meanwhile.
            return false;
        }
    }

    private void ShouldBeOneOfEach(FakeRepository repository)
    {
        repository.CheckRuns.ShouldHaveSingleItem()["output"]!["annotations_count"]!.ToString().ShouldBe("1");
        repository.PullComments.Values.Sum(c => c.Count).ShouldBe(1);
        repository.Issues.Count.ShouldBe(1);
        _github.Violations.ShouldBeEmpty();
    }
}
