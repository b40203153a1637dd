using System.CommandLine;
using Whybot.Setup;
using Whybot.Storage;

namespace Whybot.Cli;

/// <summary><c>whybot serve</c>: the webhook service of a GitHub App.</summary>
internal static class ServeCommand
{
    private const string Description = """
        Receives GitHub's webhooks, keeps each durably before it answers, looks at failing checks and answers on GitHub: one check run, one comment, one issue per new cause.
        Settings: section Whybot of appsettings.json in the current folder or beside the program, overridden by environment variables. `whybot doctor` checks them.

        Example:
          Whybot__Webhook__Secrets__0=SECRET Whybot__GitHub__AppId=123 Whybot__GitHub__PrivateKeyFile=app.pem whybot serve
        """;

    public static Command Create()
    {
        var command = new Command("serve", Description);
        command.SetAction((_, cancel) => RunAsync(cancel));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Configuration.Folder });
        if (SettingsProblems.Read(builder.Configuration, s => s.Problems()) is not { } settings)
            return ExitCodes.Usage;
        try
        {
            await using var app = Service.Build(builder, settings);
            await app.StartAsync(cancel);
            await app.WaitForShutdownAsync(cancel);
            return 0;
        }
        catch (Exception failure) when (failure is StoreUnavailableException or IOException)
        {
            await Console.Error.WriteLineAsync($"whybot: {failure.Message}");
            return ExitCodes.Unreadable;
        }
        catch (ArgumentException badKey) when (badKey.ParamName == "input")
        {
            await Console.Error.WriteLineAsync("whybot: Whybot:GitHub:PrivateKey: no private key in PEM form; use the .pem file that GitHub gave when the key was generated");
            return ExitCodes.Usage;
        }
    }
}
