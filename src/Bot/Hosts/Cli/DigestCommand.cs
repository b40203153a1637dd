using System.CommandLine;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Hosts.Settings;
using Whybot.Memory.RepositoryNames;
using Whybot.Runs.Analyzing;

namespace Whybot.Hosts.Cli;

/// <summary><c>whybot digest REPOSITORY</c>: writes the weekly digest now.</summary>
internal static class DigestCommand
{
    private const string Description = "Has the weekly digest of a repository written now instead of on Monday.";

    private const string Details = """
        A running service writes it within seconds, into its one issue: stale P0s, issues that test runs contradict, causes that were not understood, the
        most expensive flakes. Where nothing needs attention and there is no such issue yet, none is made.

        Exit code: 0 asked for, 1 the repository is not known, 3 the store cannot be read, 64 wrong usage.

        Example:
          whybot digest team/shop
        """;

    public static Command Create()
    {
        var repository = new Argument<string>("REPOSITORY") { Description = "owner/name." };
        var command = new DetailedCommand("digest", Description, Details) { repository };
        command.SetAction((parse, cancel) => RunAsync(parse.GetValue(repository)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string repository, CancellationToken cancel)
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
            await new JobQueue(database, TimeProvider.System).EnqueueAsync(DigestJob.Request(known.Id), TimeProvider.System.GetUtcNow(), cancel);
            Console.WriteLine("Asked for; a running service writes it within seconds (else start whybot serve).");
            return 0;
        }
        catch (StoreUnavailableException failure)
        {
            return ExitCodes.Fail(ExitCodes.Unreadable, failure.Message);
        }
    }
}
