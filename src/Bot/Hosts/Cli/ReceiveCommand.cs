using System.Collections;
using System.CommandLine;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Hosts.Setup;
using Whybot.Intake.Actions;
using Whybot.Intake.Actions.State;
using Whybot.Runs.Analyzing;

namespace Whybot.Hosts.Cli;

/// <summary><c>whybot receive</c>: handles one event inside GitHub Actions, from its arrival to the answer.</summary>
internal static class ReceiveCommand
{
    private const string Description = "Acts once on the event that started a workflow of GitHub Actions.";

    private const string Details = """
        Does what the event asks for and what has become due, and ends: what has to wait is continued by a later run. What Whybot knows lies in a branch of the repository. Reads GITHUB_EVENT_NAME, GITHUB_EVENT_PATH, GITHUB_REPOSITORY, GITHUB_API_URL and GITHUB_TOKEN; writes the job's summary and the outputs decision, check, comment, issue, causes and worklog. Settings come from the environment, as for the service: Whybot__Probes__AllowedHosts__0.

        Events: workflow_run, check_suite, deployment_status, issue_comment, issues, pull_request and the other events of a GitHub App; schedule, workflow_dispatch and repository_dispatch do what is due.

        Exit code: 0 done, whatever was found, or waiting; 1 GitHub refused something or a job failed, and the log says what; 3 the event or the state cannot be read; 64 wrong usage.

        Examples:
          whybot receive
          WHYBOT_DRY_RUN=1 whybot receive
          whybot receive --state-branch team/whybot-state
        """;

    public static Command Create()
    {
        var branch = new Option<string>("--state-branch")
        {
            Description = "Branch with what Whybot knows of the repository.",
            DefaultValueFactory = _ => StateSettings.DefaultBranch,
            HelpName = "NAME"
        };
        var command = new DetailedCommand("receive", Description, Details) { branch };
        command.SetAction((parse, cancel) => RunAsync(parse.GetValue(branch)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string branch, CancellationToken cancel)
    {
        var environment = ActionsEnvironment.Read();
        if (environment.Problem is { } problem)
            return ExitCodes.Fail(ExitCodes.Usage, problem);
        try
        {
            await using var provider = ActionsHost.Build(environment, branch,
                Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(v => KeyValuePair.Create((string)v.Key, (string)v.Value!)));
            return await provider.GetRequiredService<EventRun>().RunAsync(environment, cancel);
        }
        catch (Exception failure) when (SettingsProblems.Of(failure) is { } problems)
        {
            SettingsProblems.Print(problems);
            return ExitCodes.Usage;
        }
        catch (Exception refused) when (refused is GitHubException or StateUnwritableException)
        {
            return Fail(ActionReport.NotDone, $"{refused.Message}{(refused is GitHubException ? $".{Permissions.Advice(refused.Message)}" : "")}");
        }
        catch (Exception away) when (away is GitHubUnreachableException or RetryLaterException)
        {
            return Fail(ExitCodes.Unreadable,
                $"{away.Message.TrimEnd('.')}. To try again, rerun this job; the next run of the schedule finds failed checks, too");
        }
        catch (Exception failure) when (failure is StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            return Fail(ExitCodes.Unreadable, failure.Message);
        }
    }

    private static int Fail(int code, string why)
    {
        Console.WriteLine(ActionsLog.ErrorLine(why));
        return code;
    }
}
