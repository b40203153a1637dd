using System.CommandLine;
using Microsoft.Extensions.Options;
using Whybot.Foundation.Storage;
using Whybot.Hosts.Service.Logging;
using Whybot.Hosts.Settings;
using Whybot.Hosts.Setup;
using Whybot.Intake.Actions;
using Whybot.Runs.Analyzing;

namespace Whybot.Hosts.Cli;

/// <summary><c>whybot receive</c>: handles one event inside GitHub Actions, from its arrival to the answer.</summary>
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
            DefaultValueFactory = _ => StoreSettings.DefaultFile,
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
        // The settings file next to the program, not the one in the current folder: that one belongs to the repository, and its logging settings are for
        // another program.
        if (SettingsProblems.Read(AppContext.BaseDirectory) is not { } configured)
            return ExitCodes.Usage;
        try
        {
            var services = new ServiceCollection().AddServiceLog(configured).AddBot(Settings(store, environment, most));
            await using var provider = services.BuildServiceProvider();
            provider.GetRequiredService<IStartupValidator>().Validate();
            return await provider.GetRequiredService<OneShot>().RunAsync(environment, most, cancel);
        }
        catch (Exception failure) when (SettingsProblems.Of(failure) is { } problems)
        {
            SettingsProblems.Print(problems);
            return ExitCodes.Usage;
        }
        catch (Exception failure) when (failure is StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            return ExitCodes.Fail(ExitCodes.Unreadable, failure.Message);
        }
    }

    /// <summary>
    /// Built from what Actions provides, never from a settings file: the folder's file belongs to the repository, which must not configure a server's commands.
    /// </summary>
    private static SettingsSource Settings(string store, ActionsEnvironment environment, TimeSpan most) =>
        SettingsSource.Of(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Whybot:Store:File"] = store,
            ["Whybot:GitHub:ApiUrl"] = environment.ApiUrl,
            ["Whybot:GitHub:Token"] = environment.Token,
            ["Whybot:GitHub:OwnRun"] = $"{environment.RunId}",
            ["Whybot:Queue:Settle"] = $"{TimeSpan.Zero}",
            ["Whybot:Queue:Poll"] = $"{TimeSpan.FromSeconds(15)}",
            ["Whybot:Queue:Quiet"] = $"{most * 0.8}",
            ["Whybot:Evidence:Folder"] = Path.Combine(environment.Temporary ?? Path.GetTempPath(), Runs.RunFolders.EvidenceRoot.Own),
        });
}
