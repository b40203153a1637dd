using System.CommandLine;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Storage;
using Whybot.Hosts.Settings;
using Whybot.Memory.Deployments;
using Whybot.Memory.RepositoryNames;
using Whybot.Runs.Analyzing;

namespace Whybot.Hosts.Cli;

/// <summary><c>whybot worklog REPOSITORY ENVIRONMENT</c>: prints the record of a deployment's run.</summary>
internal static class WorklogCommand
{
    private const string Description = "Prints the worklog of an environment's last run, as Markdown.";

    private const string Details = """
        It is read from the store that the service's settings name.

        Exit code: 0 printed, 1 there is none, 3 the store cannot be read, 64 wrong usage.

        Examples:
          whybot worklog team/shop staging
          whybot worklog team/shop staging --deployment 4711 > worklog.md
        """;

    public static Command Create()
    {
        var repository = new Argument<string>("REPOSITORY") { Description = "owner/name." };
        var environment = new Argument<string>("ENVIRONMENT") { Description = "For example staging." };
        var deployment = new Option<long?>("--deployment") { Description = "A deployment's id, instead of the last one.", HelpName = "ID" };
        var command = new DetailedCommand("worklog", Description, Details) { repository, environment, deployment };
        command.SetAction((parse, cancel) => RunAsync(parse.GetValue(repository)!, parse.GetValue(environment)!, parse.GetValue(deployment), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string repository, string environment, long? deployment, CancellationToken cancel)
    {
        if (!RepositoryName.TryParse(repository, out var name))
            return ExitCodes.Fail(ExitCodes.Usage, $"'{repository}' is no repository; write owner/name");
        if (SettingsProblems.Read(SettingsSections.Store) is not { } settings)
            return ExitCodes.Usage;
        try
        {
            await using var database = StorageServices.Open(SettingsSections.Store.Read(settings));
            if (await new Repositories(database, TimeProvider.System).FindAsync(name, cancel) is not { } known)
                return ExitCodes.Fail(1, UnknownRepository.Words(repository));
            var worklog = await new DeploymentRuns(database, TimeProvider.System).WorklogAsync(known.Id, environment, deployment, cancel);
            if (worklog is null)
                return ExitCodes.Fail(1, $"no run of {environment} in {known.FullName} has a "
                    + $"worklog{(deployment is null ? " yet" : $" for deployment {deployment}")}");
            Console.Write(worklog);
            return 0;
        }
        catch (StoreUnavailableException failure)
        {
            return ExitCodes.Fail(ExitCodes.Unreadable, failure.Message);
        }
    }
}
