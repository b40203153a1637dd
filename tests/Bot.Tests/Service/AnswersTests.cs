using Shouldly;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>The whole way: a signed webhook comes in, and GitHub shows the answer.</summary>
public sealed class AnswersTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private FakeGitHub _github = null!;
    private ServiceProcess _service = null!;

    public async ValueTask InitializeAsync()
    {
        _github = await FakeGitHub.StartAsync();
        _service = new ServiceProcess(_folder.Path, _github);
    }

    public async ValueTask DisposeAsync()
    {
        _service.Dispose();
        await _github.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_failing_workflow_run_becomes_one_check_one_comment_and_one_issue()
    {
        var repository = Stage.FailingPull(_github);
        await _service.StartAsync();

        await _service.PostAsync("workflow_run", "g-1", Stage.WorkflowRun(Stage.HeadSha));
        await Wait.UntilAsync(() => repository.PullComments.Values.Any(c => c.Count > 0), () => _service.Output);

        foreach (var entry in _github.Log) TestContext.Current.TestOutputHelper!.WriteLine($"{entry}");
        foreach (var entry in _github.Violations) TestContext.Current.TestOutputHelper!.WriteLine($"{entry}");
        var comment = repository.PullComments.Values.Single().ShouldHaveSingleItem();
        TestContext.Current.TestOutputHelper!.WriteLine(comment.Body);
        TestContext.Current.TestOutputHelper!.WriteLine(_service.Output);
        TestContext.Current.TestOutputHelper!.WriteLine(repository.Issues.Single().Body);
        repository.CheckRuns.ShouldHaveSingleItem();
        repository.Issues.ShouldHaveSingleItem();
        _github.Violations.ShouldBeEmpty();
    }
}
