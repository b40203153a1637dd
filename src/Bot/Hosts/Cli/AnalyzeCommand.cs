using System.CommandLine;
using Whybot.Analysis;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Reports;
using Whybot.Features.Commands;
using Whybot.Hosts.Setup;
using Whybot.Runs.Analyzing;
using Whybot.Runs.RunFolders;

namespace Whybot.Hosts.Cli;

/// <summary><c>whybot analyze DIR</c>: turns one folder of results into a report.</summary>
internal static class AnalyzeCommand
{
    private const string Description = "Reads one run's folder, decides go, no-go or inconclusive, and answers five whys for each cause.";

    private const string Details = """
        The folder holds results/, logs/, readiness.json, history/, github/, whybot.yml; all of it is optional but results or logs.

        Exit code: 0 go, 1 no-go, 2 inconclusive or not ready, 3 the folder could not be read, 4 void, 64 wrong usage.
        Links lead to github.com, or to the server that --server or else GITHUB_SERVER_URL gives.
        A decision that --fail-on does not count as a failure ends with 0.

        Examples:
          whybot analyze samples/incidents/subprotocol
          whybot analyze run --format markdown > comment.md
          whybot analyze run --output reports --fail-on no-go
          whybot analyze run --fail-on no-go,inconclusive
        """;

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The run's folder." };
        var config = new Option<string?>("--config") { Description = "Settings to use instead of DIR/whybot.yml.", HelpName = "FILE" };
        var format = new Option<string>("--format")
        {
            Description = "What to print: text, json or markdown.",
            DefaultValueFactory = _ => "text",
            HelpName = "FORMAT"
        };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        var output = new Option<string?>("--output")
        {
            Description =
            "Also write report.json, passages.json, comment.md, worklog.md and an issue-CLUSTER.md per new cause into this folder.",
            HelpName = "DIR"
        };
        var failOn = new Option<string?>("--fail-on")
        {
            Description = "Decisions that are failures, with commas: no-go, inconclusive, not-ready, void; or all (everything but go, the default), or never.",
            HelpName = "DECISIONS"
        };
        failOn.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } value && ExitCodes.Problem(value) is { } problem)
                result.AddError($"--fail-on: {problem}");
        });
        var server = new Option<string?>("--server") { Description = "The GitHub server that links lead to.", HelpName = "URL" };
        var command = new DetailedCommand("analyze", Description, Details) { directory, config, format, output, failOn, server };
        command.SetAction(parse => Run(new Request(parse.GetValue(directory)!, parse.GetValue(config), parse.GetValue(format)!, parse.GetValue(output),
            parse.GetValue(failOn), parse.GetValue(server))));
        return command;
    }

    private sealed record Request(string Directory, string? Config, string Format, string? Output, string? FailOn, string? Server);

    private static int Run(Request request)
    {
        if (request.Directory.Trim().Length == 0)
            return ExitCodes.Fail(ExitCodes.Usage, "DIR is empty; give the folder that holds results/ and logs/");
        var folder = new RunFolder(request.Directory);
        if (folder.Problem() is { } unreadable)
            return ExitCodes.Fail(ExitCodes.Unreadable, $"{request.Directory}: {unreadable}");
        SettingsReading? settings = null;
        if (request.Config is { } file)
        {
            if (SettingsFile.Read(file) is not { } reading)
                return ExitCodes.Usage;
            settings = reading;
        }
        using var evidence = new FolderEvidence(folder);
        var (incident, report) = Progress.While(progress => Analyse(folder, evidence, settings, request.Server, progress));
        if (IsEmpty(incident))
        {
            foreach (var reason in NothingReadable.Reasons(folder, incident))
                Console.Error.WriteLine($"whybot: {SafeText.OneLine(reason, 400)}");
            return ExitCodes.Fail(ExitCodes.Unreadable,
                $"{request.Directory}: nothing readable; expected result files in results/ (JUnit, TRX and others), logs/ or readiness.json");
        }
        Print(report, request.Format);
        if (request.Output is { } folderOut && ReportFiles.Write(report, incident.Settings, CommandRegistration.Catalogue, evidence, folderOut) is { } problem)
            return ExitCodes.Fail(ExitCodes.Unreadable, problem);
        return ExitCodes.Of(report.Decision, request.FailOn);
    }

    private static (Incident, Report) Analyse(RunFolder folder, FolderEvidence evidence, SettingsReading? settings, string? server, IProgress<string> progress)
    {
        var read = new IncidentFolder(folder, ProgramVocabulary.Settings, progress).Read(settings);
        var incident = read with { Deployment = read.Deployment with { Server = server?.TrimEnd('/') ?? AnalyzedServer.Url } };
        progress.Report("causes");
        return (incident, Analyst.Analyse(incident, evidence));
    }

    private static bool IsEmpty(Incident incident) =>
        !incident.Tests.Any() && incident.Jobs.Count == 0 && incident.JobLogs.Count == 0 && incident.PlatformLogs.Count == 0 && incident.Readiness is null;

    private static void Print(Report report, string format)
    {
        try
        {
            if (format == "json")
                Console.Write(ReportJson.Write(report));
            else if (format == "markdown")
                Console.Write(CommentWriter.Write(report));
            else
                TerminalReport.Print(report, Terminal.Output());
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // The reader of the output (head, less) has closed it; that doesn't change the decision.
        }
    }
}
