using System.CommandLine;
using System.Net;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;
using Whybot.Features.Deployments;
using Whybot.Features.Recovery;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Hosts.Settings;
using Whybot.Hosts.Setup;
using Whybot.Memory.RepositoryNames;
using Whybot.Runs.Analyzing;

namespace Whybot.Hosts.Cli;

/// <summary><c>whybot rebuild REPOSITORY</c>: reads back from GitHub what the store has lost.</summary>
internal static class RebuildCommand
{
    private const string Description = "Reads what the store does not know of a repository back from Whybot's own issues on GitHub.";

    private const string Details = """
        For a store that was lost or replaced: causes, where they were seen, their issues, which of those are closed, reports on pull requests, and deployments that were being tested. It only adds what is missing, so it can be repeated, and a running service may use the store meanwhile. Nothing is written on GitHub. Rulings that people gave by commands are not found.

        Exit code: 0 done, 1 GitHub refused, or the App is not installed there, 3 the store or GitHub cannot be reached, 64 wrong usage.

        Example:
          whybot rebuild team/shop
        """;

    public static Command Create()
    {
        var repository = new Argument<string>("REPOSITORY") { Description = "owner/name." };
        var command = new DetailedCommand("rebuild", Description, Details) { repository };
        command.SetAction((parse, cancel) => RunAsync(parse.GetValue(repository)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string repository, CancellationToken cancel)
    {
        if (!RepositoryName.TryParse(repository, out var name))
            return ExitCodes.Fail(ExitCodes.Usage, $"'{repository}' is not a repository; write owner/name");
        if (SettingsProblems.Read(SettingsSections.Common.ToArray()) is not { } settings)
            return ExitCodes.Usage;
        try
        {
            return await RunAsync(name, settings, cancel);
        }
        catch (GitHubException refused)
        {
            return ExitCodes.Fail(1, SettingsSource.WithoutSecrets(refused.Message));
        }
        catch (Exception failure) when (failure is StoreUnavailableException or GitHubUnreachableException or RetryLaterException)
        {
            return ExitCodes.Fail(ExitCodes.Unreadable, SettingsSource.WithoutSecrets(failure.Message));
        }
    }

    /// <param name="settings">They have been checked.</param>
    internal static async Task<int> RunAsync(RepositoryName name, SettingsSource settings, CancellationToken cancel)
    {
        await using var provider = new ServiceCollection().AddLogging().AddBot(settings).BuildServiceProvider();
        var known = await provider.GetRequiredService<Repositories>().FindAsync(name, cancel)
            ?? new RepositoryRef(RepositoryId.Unknown, 0, name);
        if (known.Installation == 0 && provider.GetRequiredService<GitHubSettings>().IsApp)
        {
            var installations = await provider.GetRequiredService<AppsClient>().InstallationsAsync(cancel);
            if (installations.FirstOrDefault(i => string.Equals(i.Account?.Login, known.Owner, StringComparison.OrdinalIgnoreCase)) is not { } installation)
                return ExitCodes.Fail(1, $"the App is not installed for {known.Owner}");
            known = known with { Installation = installation.Id };
        }
        known = await provider.GetRequiredService<IDatabase>().WriteAsync(
            session => Repositories.SeenAsync(session, known, provider.GetRequiredService<TimeProvider>().GetUtcNow()), cancel);
        var found = await provider.GetRequiredService<Rebuild>().RunAsync(known, cancel);
        Print(found);
        if (await InterruptedAsync(provider, found.Repository, cancel) is > 0 and var interrupted)
            Console.WriteLine($"{Numbers.Count(interrupted, "deployment")} {(interrupted == 1 ? "was" : "were")} being tested when the store was lost. "
                + "A service that uses this store goes on with what is still deployed, and ends the check runs of the rest.");
        return 0;
    }

    private static async Task<int> InterruptedAsync(IServiceProvider provider, RepositoryRef repository, CancellationToken cancel)
    {
        try
        {
            return await provider.GetRequiredService<InterruptedDeployments>().RequestAsync(repository, cancel);
        }
        catch (GitHubException refused) when (refused.Status == HttpStatusCode.Forbidden)
        {
            // Where deployments or check runs may not be read, none was tested.
            return 0;
        }
    }

    private static void Print(RebuildResult found)
    {
        Console.WriteLine($"{Numbers.Count(found.Issues, "issue")} of Whybot's own in {found.Repository.FullName}, {found.Added} of them new to the store: "
            + $"{Numbers.Count(found.Causes, "cause")}, {Numbers.Count(found.Sightings, "sighting")} added.");
        if (found.Comments > 0)
            Console.WriteLine($"{Numbers.Count(found.Comments, "report")} on pull requests {(found.Comments == 1 ? "was" : "were")} found.");
        if (found.Digest)
            Console.WriteLine("The weekly digest was found.");
        if (found.Others > 0)
            Console.WriteLine($"{Numbers.Count(found.Others, "issue")} by the same author {(found.Others == 1 ? "is" : "are")} not in the form that Whybot "
                + $"writes, and {(found.Others == 1 ? "was" : "were")} left out.");
    }
}
