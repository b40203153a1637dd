using System.CommandLine;
using Serilog;
using Whybot.GitHub;
using Whybot.Queue;
using Whybot.Setup;
using Whybot.Storage;

namespace Whybot.Cli;

/// <summary><c>whybot receive</c>: one event inside GitHub Actions, from its arrival to the answer.</summary>
internal static class ReceiveCommand
{
    private const string Description = "Acts once on the event that started a workflow of GitHub Actions.";

    private const string Details = """
        Events: workflow_run, deployment_status, issue_comment. Reads GITHUB_EVENT_NAME, GITHUB_EVENT_PATH, GITHUB_API_URL and GITHUB_TOKEN; writes the job summary and the outputs decision, check and comment.

        Exit code: 0 done, whatever was found; 3 the event or the store cannot be read; 64 wrong usage; 75 not done in time, try again.

        Examples:
          whybot receive --store .whybot/whybot.db
          WHYBOT_DRY_RUN=1 whybot receive
        """;

    public static Command Create()
    {
        var store = new Option<string>("--store")
        {
            Description = "SQLite file that is kept between runs.",
            DefaultValueFactory = _ => ServeSettings.DefaultStore,
            HelpName = "FILE"
        };
        var minutes = new Option<int>("--minutes")
        {
            Description = "How long to wait for the other checks of the commit, and for GitHub.",
            DefaultValueFactory = _ => 15,
            HelpName = "N"
        };
        var command = new DetailedCommand("receive", Description, Details) { store, minutes };
        command.SetAction((parse, cancel) => RunAsync(parse.GetValue(store)!, TimeSpan.FromMinutes(parse.GetValue(minutes)), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string store, TimeSpan most, CancellationToken cancel)
    {
        var environment = ActionsEnvironment.Read();
        if (environment.Problem is { } problem)
            return ExitCodes.Fail(ExitCodes.Usage, problem);
        var settings = Settings(store, environment, most);
        if (settings.CommonProblems().ToList() is { Count: > 0 } problems)
        {
            problems.ForEach(p => Console.Error.WriteLine($"whybot: {p}"));
            return ExitCodes.Usage;
        }
        try
        {
            var services = new ServiceCollection().AddLogging(l => l.AddSerilog(Service.Logger(Configuration.Read()), dispose: true)).AddBot(settings);
            await using var provider = services.BuildServiceProvider();
            return await provider.GetRequiredService<OneShot>().RunAsync(environment, most, cancel);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            return ExitCodes.Fail(ExitCodes.Unreadable, failure.Message);
        }
    }

    private static ServeSettings Settings(string store, ActionsEnvironment environment, TimeSpan most) => new()
    {
        Store = new ServeSettings.StoreSettings { File = store },
        GitHub = new GitHubSettings { ApiUrl = environment.ApiUrl, Token = environment.Token, OwnRun = environment.RunId },
        Queue = new QueueSettings { Settle = TimeSpan.Zero, Poll = TimeSpan.FromSeconds(15), Quiet = most * 0.8 },
        Evidence = new Pipeline.EvidenceSettings { Folder = Path.Combine(environment.Temporary ?? Path.GetTempPath(), Runs.RunFolders.EvidenceRoot.Own) },
    };
}
