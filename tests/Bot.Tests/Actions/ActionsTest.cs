using System.Diagnostics;
using Dapper;
using Whybot.Benchmarks.Histories;
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
    protected const string Ref = StateFile.Ref;
    private readonly TemporaryFolder _folder = new();

    protected FakeGitHub GitHub { get; private set; } = null!;

    /// <summary>The runners' clock, and GitHub's.</summary>
    protected ShiftedTime Time { get; } = new();

    /// <summary>Settings of the workflow, by name: <c>Whybot__Publishing__NewIssuesPerHour</c>.</summary>
    protected Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal) { ["Whybot__GitHub__WriteSpacing"] = "00:00:00" };

    private WorkflowRunner Runner { get; set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        GitHub = await FakeGitHub.StartAsync();
        GitHub.Apps.PlainToken = "ghs_a_token_of_actions";
        GitHub.Apps.Permissions["contents"] = "write";
        GitHub.Now = Time.GetUtcNow;
        Runner = new WorkflowRunner(GitHub, _folder.Path, Time, Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await GitHub.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A run of the workflow for an event, inside this process.</summary>
    /// <param name="killAt">The number of the request at which it is stopped; null to let it end.</param>
    private protected Task<RunEnd> RunAsync(string name, string payload, CancellationToken? cancel = null, int? killAt = null) =>
        Runner.InProcessAsync(name, payload, cancel ?? Cancel, killAt);

    /// <summary>A run of the workflow for an event, as the program that a user runs.</summary>
    /// <param name="kill">Called with the process when it has started.</param>
    /// <param name="run">The run's id; null for a new one.</param>
    private protected Task<RunEnd> RunProcessAsync(string name, string payload, Action<Process>? kill = null, int? run = null) =>
        Runner.AsProcessAsync(name, payload, Cancel, kill, run);

    /// <summary>Asks the store that lies in the branch.</summary>
    protected static T Kept<T>(FakeRepository repository, string sql) => StateFile.Ask(repository, store => store.QuerySingle<T>(sql));

    /// <summary>Changes the store that lies in the branch, as anybody could who may write branches.</summary>
    protected static void Forge(FakeRepository repository, string sql) => StateFile.Change(repository, sql);

    protected void Later(TimeSpan by) => Time.Forward(by);
}
