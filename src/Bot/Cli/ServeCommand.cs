using System.CommandLine;
using Whybot.Setup;
using Whybot.Storage;

namespace Whybot.Cli;

/// <summary><c>whybot serve</c>: the webhook service of a GitHub App.</summary>
internal static class ServeCommand
{
    private const string Description = """
        Receives GitHub's webhooks and keeps each durably before it answers. Settings: section Whybot of appsettings.json beside the program or in the current folder, overridden by environment variables.

        Example:
          Whybot__Webhook__Secrets__0=SECRET Whybot__Store__File=/var/lib/whybot/whybot.db whybot serve
        """;

    public static Command Create()
    {
        var command = new Command("serve", Description);
        command.SetAction((_, cancel) => RunAsync(cancel));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancel)
    {
        var here = File.Exists("appsettings.json") ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = here });
        var settings = Service.SettingsOf(builder.Configuration);
        var problems = settings.Problems().ToList();
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync($"whybot: {problem}");
        if (problems.Count > 0)
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
    }
}
