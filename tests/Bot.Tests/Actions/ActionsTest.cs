using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Whybot.Analysis.Language.Identity;
using Whybot.Bot.Tests.Service;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Hosts.Setup;
using Whybot.Intake.Actions;
using Whybot.Intake.Actions.State;
using Whybot.Runs.Analyzing;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Actions;

/// <summary>
/// GitHub Actions, as far as Whybot sees it: for each event a run with an empty folder of its own. Nothing is kept between runs but what lies on the fake
/// GitHub.
/// </summary>
[Needs("the service")]
public abstract class ActionsTest : IAsyncLifetime
{
    protected const string Ref = "refs/heads/whybot-state";
    private readonly TemporaryFolder _folder = new();
    private int _runs;

    protected FakeGitHub GitHub { get; private set; } = null!;

    /// <summary>The runners' clock, and GitHub's.</summary>
    protected ShiftedTime Time { get; } = new();

    /// <summary>Settings of the workflow, by name: <c>Whybot__Publishing__NewIssuesPerHour</c>.</summary>
    protected Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal) { ["Whybot__GitHub__WriteSpacing"] = "00:00:00" };

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        GitHub = await FakeGitHub.StartAsync();
        GitHub.Apps.PlainToken = "ghs_a_token_of_actions";
        GitHub.Apps.Permissions["contents"] = "write";
        GitHub.Now = Time.GetUtcNow;
    }

    public async ValueTask DisposeAsync()
    {
        await GitHub.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <param name="Code">The step's exit code.</param>
    /// <param name="Log">The job's log.</param>
    /// <param name="Summary">The job's summary.</param>
    /// <param name="Outputs">The step's outputs, a line each.</param>
    protected sealed record Ended(int Code, string Log, string Summary, string Outputs);

    /// <summary>A run of the workflow for an event, inside this process.</summary>
    protected async Task<Ended> RunAsync(string name, string payload, CancellationToken? cancel = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, $"{Interlocked.Increment(ref _runs)}")).FullName;
        var environment = new ActionsEnvironment(name, Path.Combine(folder, "event.json"), GitHub.Apps.PlainToken, GitHub.Url.ToString().TrimEnd('/'), Run(),
            Path.Combine(folder, "summary.md"), Path.Combine(folder, "output.txt"), folder)
        {
            Workflow = ".github/workflows/whybot.yml",
            Repository = new RepositoryRef(new RepositoryId(RepositoryNumber.Of(Stage.Repository)), 0, new RepositoryName(Stage.Repository)),
        };
        await File.WriteAllTextAsync(environment.EventPath!, WithoutInstallation(payload), Cancel);
        var log = new StringWriter();
        CapturedConsole.To(log, log);
        await using var provider = ActionsHost.Build(environment, StateSettings.DefaultBranch, Settings,
            s => s.AddSingleton<ICommandRunner, CommandsInProcess>().AddSingleton<TimeProvider>(Time));
        var code = await provider.GetRequiredService<EventRun>().RunAsync(environment, cancel ?? Cancel);
        return new Ended(code, $"{log}", Text(environment.Summary!), Text(environment.Output!));
    }

    /// <summary>A run of the workflow for an event, as the program that a user runs.</summary>
    /// <param name="kill">Called with the process when it has started.</param>
    /// <param name="run">The run's id; null for a new one.</param>
    protected async Task<Ended> RunProcessAsync(string name, string payload, Action<Process>? kill = null, int? run = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, $"{Interlocked.Increment(ref _runs)}")).FullName;
        var start = ProgramUnderTest.Start(folder, ["receive"]);
        foreach (var (key, value) in new Dictionary<string, string>(Settings)
        {
            ["GITHUB_EVENT_NAME"] = name,
            ["GITHUB_EVENT_PATH"] = Path.Combine(folder, "event.json"),
            ["GITHUB_REPOSITORY"] = Stage.Repository,
            ["GITHUB_REPOSITORY_ID"] = $"{RepositoryNumber.Of(Stage.Repository)}",
            ["GITHUB_RUN_ID"] = $"{run ?? Run()}",
            ["GITHUB_TOKEN"] = GitHub.Apps.PlainToken!,
            ["GITHUB_API_URL"] = GitHub.Url.ToString().TrimEnd('/'),
            ["GITHUB_STEP_SUMMARY"] = Path.Combine(folder, "summary.md"),
            ["GITHUB_OUTPUT"] = Path.Combine(folder, "output.txt"),
            ["GITHUB_WORKFLOW_REF"] = $"{Stage.Repository}/.github/workflows/whybot.yml@refs/heads/main",
            ["RUNNER_TEMP"] = folder,
        })
            start.Environment[key] = value;
        await File.WriteAllTextAsync(Path.Combine(folder, "event.json"), WithoutInstallation(payload), Cancel);
        using var process = Process.Start(start)!;
        kill?.Invoke(process);
        var log = process.StandardOutput.ReadToEndAsync(Cancel);
        var errors = process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return new Ended(process.ExitCode, await log + await errors, Text(Path.Combine(folder, "summary.md")), Text(Path.Combine(folder, "output.txt")));
    }

    /// <summary>Asks the store that lies in the branch.</summary>
    protected T Kept<T>(FakeRepository repository, string sql)
    {
        using var store = SqliteFile.ReadOnly(Unpacked(repository));
        return store.QuerySingle<T>(sql);
    }

    /// <summary>Changes the store that lies in the branch, as anybody could who may write branches.</summary>
    protected void Forge(FakeRepository repository, string sql)
    {
        var file = Unpacked(repository);
        using (var store = SqliteFile.Connection(file))
            store.Execute(sql);
        repository.Objects[StoreBlob(repository)] = Encoding.UTF8.GetBytes(StateArchive.Pack(file, isPublic: false, Time.GetUtcNow()).Text);
    }

    private string Unpacked(FakeRepository repository)
    {
        var file = Path.Combine(_folder.Path, $"{Guid.NewGuid():N}.sqlite");
        StateArchive.Unpack(Encoding.UTF8.GetString(repository.Objects[StoreBlob(repository)]), file);
        return file;
    }

    private static string StoreBlob(FakeRepository repository) => FakeObjects.Files(repository, repository.Refs[Ref])[StateBranch.StoreFile];

    protected void Later(TimeSpan by) => Time.Forward(by);

    /// <summary>Events that start a workflow are about no App. A payload that cannot be read stays as it is.</summary>
    private static string WithoutInstallation(string payload)
    {
        try
        {
            if (JsonNode.Parse(payload) is not JsonObject read || !read.Remove("installation"))
                return payload;
            return read.ToJsonString();
        }
        catch (JsonException)
        {
            return payload;
        }
    }

    private int Run() => 9000 + _runs;

    private static string Text(string file) => File.Exists(file) ? File.ReadAllText(file) : "";
}
