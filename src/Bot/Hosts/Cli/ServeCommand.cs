using System.CommandLine;
using Whybot.Foundation.Storage;
using Whybot.Hosts.Setup;
using Whybot.Runs.Analyzing;

namespace Whybot.Hosts.Cli;

/// <summary><c>whybot serve</c>: runs the webhook service of a GitHub App.</summary>
internal static class ServeCommand
{
    private const string Description = "Receives GitHub's webhooks and answers failing checks: one check run, one comment, one issue per new cause.";

    private const string Details = """
        Each delivery is kept durably before it is acknowledged.

        Settings: section Whybot of appsettings.json in the current folder or beside the program, overridden by environment variables. `whybot doctor` checks them.

        Example:
          Whybot__Webhook__Secrets__0=SECRET Whybot__GitHub__AppId=123 Whybot__GitHub__PrivateKeyFile=app.pem whybot serve
        """;

    public static Command Create()
    {
        var command = new DetailedCommand("serve", Description, Details);
        command.SetAction((_, cancel) => RunAsync(cancel));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancel)
    {
        try
        {
            await using var app = ServiceHost.Build(Configuration.Settings());
            await app.StartAsync(cancel);
            await app.WaitForShutdownAsync(cancel);
            return 0;
        }
        catch (Exception failure) when (SettingsProblems.Of(failure) is { } problems)
        {
            SettingsProblems.Print(problems);
            return ExitCodes.Usage;
        }
        catch (Exception failure) when (failure is StoreUnavailableException or IOException)
        {
            await Console.Error.WriteLineAsync($"whybot: {failure.Message}");
            return ExitCodes.Unreadable;
        }
    }
}
