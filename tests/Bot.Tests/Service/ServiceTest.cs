using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>
/// A fake GitHub, a folder and the real service, inside this process where the test does not ask for another. The service is started by the test, after it
/// has set the stage.
/// </summary>
[Needs("the service")]
public abstract class ServiceTest : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private int _deliveries;

    protected FakeGitHub GitHub { get; private set; } = null!;
    protected TestedService Service { get; private set; } = null!;

    protected string Folder => _folder.Path;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        GitHub = await FakeGitHub.StartAsync();
        Service = new ServiceInProcess(_folder.Path, GitHub);
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await GitHub.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Makes the service a process: for tests that stop or kill it, that set limits on an analysis, or that look at memory, metrics or the environment. To be
    /// called before anything is set.
    /// </summary>
    protected ServiceProcess BeProcess()
    {
        var process = new ServiceProcess(_folder.Path, GitHub);
        Service = process;
        return process;
    }

    /// <summary>Puts the clocks forward, the service's and GitHub's: GitHub's times are in seconds, and people are slower than tests.</summary>
    protected void Later(TimeSpan by)
    {
        var time = ((ServiceInProcess)Service).Time;
        time.Forward(by);
        GitHub.Now = time.GetUtcNow;
    }

    /// <summary>Posts an event as a new delivery.</summary>
    protected Task PostAsync(string name, string body) => Service.PostAsync(name, $"d-{++_deliveries}", body);

    /// <summary>Posts that a workflow run of a commit is complete, and waits until everything that follows is done.</summary>
    protected async Task RunEndsAsync(string sha, string conclusion = "failure")
    {
        await PostAsync("workflow_run", Stage.WorkflowRun(sha, conclusion));
        await IdleAsync();
    }

    protected async Task IdleAsync()
    {
        var until = DateTime.UtcNow.AddSeconds(60);
        try
        {
            while (!await Service.IsIdleAsync())
            {
                if (DateTime.UtcNow > until)
                    throw new TimeoutException(Service.Output);
                await Service.SaysAsync(Cancel);
            }
        }
        catch (HttpRequestException gone)
        {
            throw new InvalidOperationException($"the service does not answer:\n{Service.Output}", gone);
        }
    }

    protected FakeComment Comment(FakeRepository repository) => repository.PullComments.Values.SelectMany(c => c).Single();
}
