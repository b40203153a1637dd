using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Hosts.Settings;
using Whybot.Hosts.Setup;
using Whybot.Intake.Webhooks;
using Whybot.Memory.Causes;
using Whybot.Runs.Analyzing;
using Whybot.Testing;
using Whybot.Testing.GitHub;

namespace Whybot.Benchmarks.Quarter;

/// <summary>
/// Plays a scenario through the real pipeline (queue, store, analysis, outbox) against the fake GitHub, with a clock that goes
/// when nothing is left to do, and holds what the bot said against what was the matter.
/// </summary>
internal sealed class Simulation : IAsyncDisposable
{
    private const string Repository = "team/shop";
    private static readonly DateTimeOffset Begin = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly Scenario _scenario;
    private readonly SimulatedSuites _suites;
    private readonly FakeGitHub _github;
    private readonly FakeRepository _repository;
    private readonly ServiceProvider _bot;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whybot-quarter-");
    private readonly ManualTime _time = new(Begin);
    private readonly Judge _judge;
    private int _deployment;

    private Simulation(Scenario scenario, int seed, FakeGitHub github, ICommandRunner? commands)
    {
        (_scenario, _suites, _github) = (scenario, new SimulatedSuites(scenario, seed), github);
        github.Now = _time.GetUtcNow;
        github.Apps.PlainToken = "ghs_a_token_of_the_quarter";
        github.Remaining = int.MaxValue;
        _repository = github.Add(Repository);
        _repository.Files[".github/whybot.yml"] = Scenario.Settings;
        _repository.OnDispatch = Started;
        _judge = new Judge(scenario, _repository);
        var services = Services();
        if (commands is not null)
            services.AddSingleton(commands);
        _bot = services.BuildServiceProvider();
    }

    /// <param name="until">The last deployment that is played.</param>
    /// <param name="commands">What analyses; null for a process of its own each time, as the service does it.</param>
    /// <returns>The figures, and each issue with its comments, a line each.</returns>
    public static async Task<(QuarterFigures Figures, IReadOnlyList<string> Written)> RunAsync(Scenario scenario, int seed, int until, IProgress<int> progress,
        CancellationToken cancel, ICommandRunner? commands = null)
    {
        await using var github = await FakeGitHub.StartAsync(checks: false);
        await using var simulation = new Simulation(scenario, seed, github, commands);
        for (var i = 1; i <= until; i++)
        {
            await simulation.DeployAsync(i, cancel);
            progress.Report(i);
        }
        return (simulation._judge.Figures(), simulation._judge.Written());
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private IServiceCollection Services()
    {
        var settings = SettingsSource.Of(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Whybot:Store:File"] = Path.Combine(_folder.FullName, "quarter.db"),
            ["Whybot:GitHub:ApiUrl"] = _github.Url.ToString(),
            ["Whybot:GitHub:Token"] = _github.Apps.PlainToken,
            ["Whybot:GitHub:WriteSpacing"] = $"{TimeSpan.Zero}",
            ["Whybot:Evidence:Folder"] = Path.Combine(_folder.FullName, "runs"),
        });
        return new ServiceCollection().AddLogging(l => l.SetMinimumLevel(LogLevel.None)).AddBot(settings).AddSingleton<TimeProvider>(_time);
    }

    /// <summary>A workflow that the bot has started is over at once.</summary>
    private void Started(FakeRun run, IReadOnlyDictionary<string, string> inputs)
    {
        if (!inputs.TryGetValue("suites", out var suites))
            return;
        var only = inputs["tests"].Length == 0 ? null : inputs["tests"].Split('\n').Select(t => t.Split("::")[^1].Split('.')[^1])
            .ToHashSet(StringComparer.Ordinal);
        (run.Status, run.Conclusion) = ("completed", "success");
        run.Artifact("results", _suites.Run(_deployment, suites.Split(' '), only, _time.GetUtcNow()));
    }

    private async Task DeployAsync(int number, CancellationToken cancel)
    {
        _deployment = number;
        _suites.Shown.Clear();
        var next = Begin.AddHours(number * 24 * 90.0 / _scenario.Deployments);
        if (next > _time.GetUtcNow())
            _time.Advance(next - _time.GetUtcNow());
        var sha = Commit(number);
        People(number);
        await _bot.GetRequiredService<IDatabase>().WriteAsync(session => _bot.GetRequiredService<IntentExecutor>().ExecuteAsync(session,
            new WebhookIntent.Deployed(new RepositoryRef(new RepositoryId(_repository.Id), 0, new RepositoryName(Repository)), number, "staging",
                new CommitSha(sha), "success"), $"deployment-{number}", _time.GetUtcNow()), cancel);
        await WorkAsync(cancel);
        var seen = (await _bot.GetRequiredService<CauseExplanations>().NewestAsync(new RepositoryId(_repository.Id), 200, cancel))
            .Where(c => c.Sha.Value == sha).ToList();
        _judge.Look(number, seen, _suites.Shown);
        Directory.Delete(Path.Combine(_folder.FullName, "runs"), recursive: true);
    }

    /// <summary>What was merged since the last deployment: what breaks or fixes, and something that has nothing to do with it.</summary>
    private string Commit(int number)
    {
        var sha = Sha(number);
        var files = _scenario.Causes.Where(c => c.From == number).Select(c => c.Breaks)
            .Concat(_scenario.Causes.Where(c => c.Until == number).Select(c => c.Fixes))
            .OfType<(string, string)>().Append(($"src/colours_{number % 7}.py", $"@@ -1 +1 @@\n-{number}\n+{number + 1}")).ToArray();
        _repository.Commit(sha, $"Change {number}", number == 1 ? null : Sha(number - 1), files);
        var pull = _repository.Pull($"Change {number}", sha, number == 1 ? sha : Sha(number - 1), $"change-{number}");
        (pull.MergeCommit, pull.MergedAt, pull.State) = (sha, _time.GetUtcNow(), "closed");
        foreach (var cause in _scenario.Causes.Where(c => c.Until == number && c.Linked))
            if (_judge.IssueOf(cause) is { } issue)
                pull.Body += $"Fixes #{issue.Number}\n";
        return sha;
    }

    /// <summary>People close what is not fixed, and write into what the bot has filed.</summary>
    private void People(int number)
    {
        foreach (var cause in _scenario.Causes.Where(c => c.ClosedByPersonAt == number))
            if (_judge.IssueOf(cause) is { State: "open" } issue)
                issue.Close("ann", "completed", _time.GetUtcNow());
        if (number % 20 == 0 && _repository.Issues.LastOrDefault() is { } last)
            (last.Body, last.Title) = ($"Note of ann: we look into it.\n\n{last.Body}", $"[looking] {last.Title}");
    }

    /// <summary>Carries out what is due; when nothing is, the clock goes on to what is due next.</summary>
    private async Task WorkAsync(CancellationToken cancel)
    {
        var (jobs, worker, database) = (_bot.GetRequiredService<JobQueue>(), _bot.GetRequiredService<JobWorker>(), _bot.GetRequiredService<IDatabase>());
        while (true)
        {
            while (await jobs.ClaimAsync(TimeSpan.FromMinutes(10), cancel) is { } job)
                await worker.ExecuteAsync(job, cancel);
            var dead = await database.ReadAsync(session => session.FirstAsync<string?>("select key || ': ' || error from jobs where state = 'dead' limit 1"),
                cancel);
            if (dead is not null)
                throw new InvalidOperationException($"deployment {_deployment}: {dead}");
            var next = await database.ReadAsync(session => session.FirstAsync<DateTimeOffset?>("select min(due_at) from jobs where state = 'pending'"), cancel);
            if (next is not { } due)
                return;
            _time.Advance(due.AddMilliseconds(1) - _time.GetUtcNow());
        }
    }

    private static string Sha(int number) => number.ToString("x8", CultureInfo.InvariantCulture) + new string('c', 32);

}
