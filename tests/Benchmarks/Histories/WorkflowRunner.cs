using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Hosts.Setup;
using Whybot.Intake.Actions;
using Whybot.Intake.Actions.State;
using Whybot.Runs.Analyzing;
using Whybot.Testing;
using Whybot.Testing.GitHub;

namespace Whybot.Benchmarks.Histories;

/// <param name="Code">The step's exit code; -1 for a run that was stopped.</param>
/// <param name="Log">The job's log.</param>
/// <param name="Summary">The job's summary.</param>
/// <param name="Outputs">The step's outputs, a line each.</param>
internal sealed record RunEnd(int Code, string Log, string Summary, string Outputs)
{
    public const int Killed = -1;

    /// <summary>Inside this process only; 0 otherwise.</summary>
    public int Requests { get; init; }

    public TimeSpan Took { get; init; }
}

/// <summary>
/// The runners of GitHub Actions, as far as Whybot sees them: for each event a run with an empty folder of its own. Nothing is kept between runs but what lies
/// on the fake GitHub.
/// </summary>
/// <param name="settings">Settings of the workflow, by name: <c>Whybot__Publishing__NewIssuesPerHour</c>.</param>
internal sealed class WorkflowRunner(FakeGitHub github, string folder, TimeProvider time, IReadOnlyDictionary<string, string> settings)
{
    private const int FirstRun = 9000;
    private int _runs;

    /// <summary>A run of the workflow for an event, inside this process.</summary>
    /// <param name="killAt">The number of the request at which it is stopped; null to let it end.</param>
    /// <param name="afterwards">Whether GitHub still does what that request asks for.</param>
    public async Task<RunEnd> InProcessAsync(string name, string payload, CancellationToken cancel, int? killAt = null, bool afterwards = false)
    {
        var (run, own) = await BeginAsync(payload, cancel);
        var environment = new ActionsEnvironment(name, Path.Combine(own, "event.json"), github.Apps.PlainToken, github.Url.ToString().TrimEnd('/'), run,
            Path.Combine(own, "summary.md"), Path.Combine(own, "output.txt"), own)
        {
            Workflow = ".github/workflows/whybot.yml",
            Repository = new RepositoryRef(new RepositoryId(RepositoryNumber.Of(Stage.Repository)), 0, new RepositoryName(Stage.Repository)),
        };
        var log = new StringWriter();
        CapturedConsole.To(log, log);
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var guard = new RunnerSwitch(killAt, afterwards, life);
        await using var provider = ActionsHost.Build(environment, StateSettings.DefaultBranch, settings,
            s => s.AddSingleton<ICommandRunner, CommandsInProcess>().AddSingleton(time).ConfigureAll<HttpClientFactoryOptions>(
                o => o.HttpMessageHandlerBuilderActions.Add(b => b.AdditionalHandlers.Add(guard.Handler()))));
        try
        {
            var code = await provider.GetRequiredService<EventRun>().RunAsync(environment, life.Token);
            return new RunEnd(code, $"{log}", Text(environment.Summary!), Text(environment.Output!)) { Requests = guard.Requests };
        }
        catch (Exception) when (guard.IsKilled)
        {
            return new RunEnd(RunEnd.Killed, $"{log}", "", "") { Requests = guard.Requests };
        }
    }

    /// <summary>A run of the workflow for an event, as the program that a user runs.</summary>
    /// <param name="started">Called with the process when it has started.</param>
    /// <param name="as">The run's id; null for a new one.</param>
    public async Task<RunEnd> AsProcessAsync(string name, string payload, CancellationToken cancel, Action<Process>? started = null, int? @as = null)
    {
        var (run, own) = await BeginAsync(payload, cancel);
        var start = ProgramUnderTest.Start(own, ["receive"]);
        foreach (var (key, value) in new Dictionary<string, string>(settings)
        {
            ["GITHUB_EVENT_NAME"] = name,
            ["GITHUB_EVENT_PATH"] = Path.Combine(own, "event.json"),
            ["GITHUB_REPOSITORY"] = Stage.Repository,
            ["GITHUB_REPOSITORY_ID"] = $"{RepositoryNumber.Of(Stage.Repository)}",
            ["GITHUB_RUN_ID"] = $"{@as ?? run}",
            ["GITHUB_TOKEN"] = github.Apps.PlainToken!,
            ["GITHUB_API_URL"] = github.Url.ToString().TrimEnd('/'),
            ["GITHUB_STEP_SUMMARY"] = Path.Combine(own, "summary.md"),
            ["GITHUB_OUTPUT"] = Path.Combine(own, "output.txt"),
            ["GITHUB_WORKFLOW_REF"] = $"{Stage.Repository}/.github/workflows/whybot.yml@refs/heads/main",
            ["RUNNER_TEMP"] = own,
        })
            start.Environment[key] = value;
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        started?.Invoke(process);
        var log = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return new RunEnd(process.ExitCode, await log + await errors, Text(Path.Combine(own, "summary.md")), Text(Path.Combine(own, "output.txt")))
        {
            Took = Stopwatch.GetElapsedTime(began),
        };
    }

    private async Task<(int Run, string Folder)> BeginAsync(string payload, CancellationToken cancel)
    {
        var run = FirstRun + Interlocked.Increment(ref _runs);
        var own = Directory.CreateDirectory(Path.Combine(folder, $"{run}")).FullName;
        await File.WriteAllTextAsync(Path.Combine(own, "event.json"), WithoutInstallation(payload), cancel);
        return (run, own);
    }

    /// <summary>Events that start a workflow are about no App. A payload that cannot be read stays as it is.</summary>
    private static string WithoutInstallation(string payload)
    {
        try
        {
            return JsonNode.Parse(payload) is JsonObject read && read.Remove("installation") ? read.ToJsonString() : payload;
        }
        catch (JsonException)
        {
            return payload;
        }
    }

    private static string Text(string file) => File.Exists(file) ? File.ReadAllText(file) : "";
}
