using Microsoft.Extensions.Options;
using Whybot.Hosts.Settings;
using Whybot.Intake.Actions;

namespace Whybot.Hosts.Setup;

/// <summary>Settings inside GitHub Actions: the same as the service's, from the environment; what Actions itself provides cannot be changed.</summary>
internal sealed class ActionsSettings
{
    /// <summary>Sections that mean nothing without a server, and why.</summary>
    private static readonly Dictionary<string, string> OnlyForServers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Store"] = "inside GitHub Actions the store lies in a branch of the repository; choose it with the input state-branch",
        ["Webhook"] = "inside GitHub Actions no webhooks are received; remove it",
        ["Dashboard"] = "inside GitHub Actions there are no pages; remove it",
        ["Telemetry"] = "inside GitHub Actions no telemetry is sent; remove it",
        ["Url"] = "inside GitHub Actions nothing listens; remove it",
    };

    /// <summary>A later event, or the wake-up, goes on; nothing is looked at in between.</summary>
    private static readonly TimeSpan NextRun = TimeSpan.FromMinutes(10);

    /// <summary>How long a commit may have incomplete checks before it is reported all the same.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(60);

    /// <exception cref="OptionsValidationException">A setting that only a server can use is set.</exception>
    public static SettingsSource Of(ActionsEnvironment actions, IEnumerable<KeyValuePair<string, string>> variables)
    {
        var given = variables.Select(v => KeyValuePair.Create(v.Key.Replace("__", ":", StringComparison.Ordinal), (string?)v.Value))
            .Where(g => IsSetting(g.Key)).ToList();
        var wrong = given.Select(g => g.Key).Where(k => OnlyForServers.ContainsKey(k.Split(':')[1]))
            .Select(k => $"{k}: {OnlyForServers[k.Split(':')[1]]}").ToList();
        if (wrong.Count > 0)
            throw new OptionsValidationException("", typeof(ActionsSettings), wrong);
        return new SettingsSource(new ConfigurationBuilder().AddInMemoryCollection(Usual(actions)).AddInMemoryCollection(given)
            .AddInMemoryCollection(Fixed(actions)).Build());
    }

    private static bool IsSetting(string key) =>
        key.StartsWith("Whybot:", StringComparison.OrdinalIgnoreCase) || key.StartsWith("Serilog:", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string?> Usual(ActionsEnvironment actions) => new(StringComparer.Ordinal)
    {
        ["Serilog:MinimumLevel:Default"] = actions.IsDebug ? "Debug" : "Fatal",
        ["Serilog:WriteTo:0:Name"] = "Console",
        ["Whybot:Queue:Poll"] = $"{NextRun}",
        ["Whybot:Queue:Quiet"] = $"{Quiet}",
        ["Whybot:Suites:Poll"] = $"{NextRun}",
        ["Whybot:Suites:Look"] = $"{NextRun}",
        ["Whybot:Publishing:RetryRefused"] = $"{TimeSpan.FromMinutes(2)}",
    };

    private static Dictionary<string, string?> Fixed(ActionsEnvironment actions) => new(StringComparer.Ordinal)
    {
        ["Whybot:GitHub:ApiUrl"] = actions.ApiUrl,
        ["Whybot:GitHub:Token"] = actions.Token,
        ["Whybot:GitHub:OwnRun"] = $"{actions.RunId}",
        ["Whybot:GitHub:OwnWorkflow"] = actions.Workflow,
        ["Whybot:Queue:Settle"] = $"{TimeSpan.Zero}",
        ["Whybot:Evidence:Folder"] = Path.Combine(actions.Folder, Runs.RunFolders.EvidenceRoot.Own),
    };
}
