using System.CommandLine;
using Spectre.Console;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;
using Whybot.Features.Deployments.Probes;
using Whybot.Hosts.Settings;
using Whybot.Runs.Analyzing;
using Whybot.Runs.RunFolders;

namespace Whybot.Hosts.Cli;

/// <summary><c>whybot probe [ENV]</c>: probes the services of an environment by hand.</summary>
internal static class ProbeCommand
{
    private const string Description = "Looks at the services of an environment: ready, degraded or not ready, with what each probe saw.";

    private const string Details = """
        The probes stand in whybot.yml. They go only where the server's settings allow (Whybot:Probes:AllowedHosts, AllowedNetworks), or where --allow names a host, private addresses too.

        Exit code: 0 ready, 1 not ready, 2 degraded, 3 the settings cannot be read, 64 wrong usage.

        Examples:
          whybot probe staging
          whybot probe staging --config .github/whybot.yml --allow localhost --sha 029ebb27 --wait
          whybot probe staging --format json > readiness.json
        """;

    public static Command Create()
    {
        var environment = new Argument<string?>("ENV")
        {
            Description = "The environment; may be left out where the settings have only one.",
            DefaultValueFactory = _ => null
        };
        var config = new Option<string>("--config") { Description = "Settings to read.", DefaultValueFactory = _ => ".github/whybot.yml", HelpName = "FILE" };
        var sha = new Option<string?>("--sha") { Description = "The deployed commit, which version probes must find.", HelpName = "SHA" };
        var allow = new Option<string[]>("--allow")
        {
            Description = "A host that may be asked although the server's settings do not name it; may be repeated.",
            HelpName = "HOST",
            DefaultValueFactory = _ => []
        };
        var wait = new Option<bool>("--wait") { Description = "Look again while services warm up, until the deadline of the server's settings." };
        var format = new Option<string>("--format") { Description = "What to print: text or json.", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new DetailedCommand("probe", Description, Details) { environment, config, sha, allow, wait, format };
        command.SetAction((parse, cancel) => RunAsync(new Request(parse.GetValue(environment), parse.GetValue(config)!, CommitSha.Of(parse.GetValue(sha)),
            parse.GetValue(allow)!, parse.GetValue(wait), parse.GetValue(format)!), cancel));
        return command;
    }

    private sealed record Request(string? Environment, string Config, CommitSha? Sha, IReadOnlyList<string> Allow, bool Wait, string Format);

    private static async Task<int> RunAsync(Request request, CancellationToken cancel)
    {
        if (SettingsProblems.Read(SettingsSections.Probes) is not { } server)
            return ExitCodes.Usage;
        if (SettingsFile.Read(request.Config) is not { Settings: var settings })
            return ExitCodes.Unreadable;
        if (Environment(settings, request) is not { } environment)
            return ExitCodes.Usage;
        var report = await new Prober(Policy(SettingsSections.Probes.Read(server), request.Allow), TimeProvider.System)
            .LookAsync(environment, request.Sha, request.Wait, null, cancel);
        if (request.Format == "json")
            Console.Write(ReadinessRecord.Write(report));
        else
            Print(report);
        return ReadinessJudge.Overall(report.Services) switch { ReadinessVerdict.Ready => 0, ReadinessVerdict.Degraded => 2, _ => 1 };
    }

    /// <summary>A host named by hand is intended, wherever it is; metadata services stay out of reach.</summary>
    private static ProbePolicy Policy(ProbePolicy server, IReadOnlyList<string> allow) => allow.Count == 0 ? server : new ProbePolicy
    {
        AllowedHosts = [.. server.AllowedHosts, .. allow],
        AllowedNetworks = ["0.0.0.0/0", "::/0"],
        TrustedCertificates = server.TrustedCertificates,
        Postgres = server.Postgres,
        Timeout = server.Timeout,
        Deadline = server.Deadline,
        Interval = server.Interval,
    };

    private static EnvironmentSettings? Environment(RepositorySettings settings, Request request)
    {
        var all = settings.Environments.Values.ToList();
        var chosen = request.Environment is null ? (all is [var only] ? only : null) : settings.Environments.GetValueOrDefault(request.Environment);
        if (chosen is null)
            Console.Error.WriteLine(all.Count == 0 ? $"whybot: {request.Config} names no environment; see docs/configuration.md"
                : $"whybot: which environment? {request.Config} has {string.Join(", ", all.Select(e => e.Name))}");
        return chosen;
    }

    private static void Print(ReadinessReport report)
    {
        var terminal = Terminal.Output();
        foreach (var service in report.Services)
        {
            terminal.MarkupLine($"{Sign(service.Verdict)} "
                + $"{Markup.Escape(service.Name)}{(service.Because.Length > 0 ? $": {Markup.Escape(SafeText.OneLine(service.Because, 300))}" : "")}");
            foreach (var probe in service.Probes)
                terminal.MarkupLine($"    {(probe.Ok ? "ok   " : "[red]WRONG[/]")} {probe.Kind} {Markup.Escape(probe.Target)} {probe.LatencyMs:0} ms: "
                    + $"{Markup.Escape(SafeText.OneLine(probe.Evidence, 200))}");
        }
        if (report.Services.Count == 0)
            terminal.MarkupLine("No service is named for this environment.");
    }

    private static string Sign(ReadinessVerdict verdict) => verdict switch
    {
        ReadinessVerdict.Ready => "[green]READY[/]",
        ReadinessVerdict.Degraded => "[yellow]DEGRADED[/]",
        _ => "[red]NOT READY[/]",
    };
}
