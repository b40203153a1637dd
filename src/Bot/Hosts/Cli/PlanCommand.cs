using System.CommandLine;
using Spectre.Console;
using Whybot.Analysis.Decisions.Planning;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;
using Whybot.Hosts.Setup;
using Whybot.Runs.Analyzing;
using Whybot.Runs.RunFolders;

namespace Whybot.Hosts.Cli;

/// <summary><c>whybot plan DIR</c>: which suites would run, in what order, and why.</summary>
internal static class PlanCommand
{
    private const long MaxIndex = 2 * 1024 * 1024;
    private const string Description = "Shows which suites would run against a deployment, in what order and phases, and why each is in.";

    private const string Details = """
        Suites come from whybot.yml, or with --index from a Markdown index of tests. Earlier runs, open issues and changes come from the run's folder.

        Exit code: 0 planned, 3 nothing to plan or not readable, 64 wrong usage.

        Examples:
          whybot plan samples/incidents/redis-down
          whybot plan run --focus changed --format markdown
          whybot plan run --index tests/e2e/STAGING_E2E_TEST_INDEX.md --focus category:websocket
          whybot plan run --failed-first --output plans
        """;

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The run's folder: whybot.yml, history/, github/." };
        var config = new Option<string?>("--config") { Description = "Settings to use instead of DIR/whybot.yml.", HelpName = "FILE" };
        var index = new Option<string?>("--index")
        {
            Description = "A Markdown index of tests whose suites are planned instead of the settings'.",
            HelpName = "FILE"
        };
        var focus = new Option<string>("--focus")
        {
            Description = "all, changed, category:NAME or suite:NAME.",
            DefaultValueFactory = _ => "all",
            HelpName = "FOCUS"
        };
        var format = new Option<string>("--format")
        {
            Description = "What to print: text or markdown.",
            DefaultValueFactory = _ => "text",
            HelpName = "FORMAT"
        };
        format.AcceptOnlyFromAmong("text", "markdown");
        var failedFirst = new Option<bool>("--failed-first") { Description = "What failed last time runs before all else but connectivity." };
        var output = new Option<string?>("--output") { Description = "Also write plan.json and plan.md into this folder.", HelpName = "DIR" };
        var command = new DetailedCommand("plan", Description, Details) { directory, config, index, focus, failedFirst, format, output };
        command.SetAction(parse => Run(new Request(parse.GetValue(directory)!, parse.GetValue(config), parse.GetValue(index), parse.GetValue(focus)!,
            parse.GetValue(format)!, parse.GetValue(failedFirst), parse.GetValue(output))));
        return command;
    }

    private sealed record Request(string Directory, string? Config, string? Index, string Focus, string Format, bool FailedFirst,
        string? Output);

    private static int Run(Request request)
    {
        if (Focus.Parse(request.Focus) is not { } focus)
            return ExitCodes.Fail(ExitCodes.Usage, $"--focus: '{request.Focus}' is not valid; use all, changed, category:NAME or suite:NAME");
        var folder = new RunFolder(request.Directory);
        if (folder.Problem() is { } unreadable)
            return ExitCodes.Fail(ExitCodes.Unreadable, $"{request.Directory}: {unreadable}");
        try
        {
            SettingsReading? settings = null;
            if (request.Config is { } file && (settings = SettingsFile.Read(file)) is null)
                return ExitCodes.Usage;
            var incident = Progress.While(progress => new IncidentFolder(folder, ProgramVocabulary.Settings, progress).Read(settings));
            foreach (var warning in incident.Warnings)
                Console.Error.WriteLine($"whybot: {SafeText.OneLine(warning, 400)}");
            var suites = request.Index is { } index ? [.. TestIndex.Read(Text(index)).Select(s => s.Suite)] : incident.Settings.Suites;
            var plan = Planner.Make(new PlanInput
            {
                Settings = incident.Settings with { Suites = suites },
                Focus = focus,
                History = incident.History,
                Issues = incident.Issues,
                Changes = incident.Changes,
                Last = incident.Last,
                FailedFirst = request.FailedFirst,
            });
            if (!plan.Suites.Any())
                return ExitCodes.Fail(ExitCodes.Unreadable, suites.Count == 0 ? "no suite to plan; name suites in whybot.yml, or give an index with --index"
                    : $"the focus {focus} leaves no suite of {string.Join(", ", plan.LeftOut.Take(10))}");
            if (request.Output is { } output)
                Write(plan, output);
            if (request.Format == "markdown")
                Console.Write(PlanWriter.Write(plan));
            else
                Print(plan);
            return 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return ExitCodes.Fail(ExitCodes.Unreadable, failure.Message);
        }
    }

    private static void Write(Plan plan, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, IncidentFolder.PlanName), PlanFile.Of(plan, PlanWriter.Write(plan)).ToJson());
        File.WriteAllText(Path.Combine(folder, "plan.md"), PlanWriter.Write(plan));
    }

    private static string Text(string file)
    {
        if (new FileInfo(file) is { Exists: true, Length: > MaxIndex })
            throw new IOException($"{file}: at most {MaxIndex >> 20} MB of an index are read");
        return File.ReadAllText(file);
    }

    private static void Print(Plan plan)
    {
        var terminal = Terminal.Output();
        foreach (var line in plan.Context)
            terminal.MarkupLine(Markup.Escape($"{line}"));
        foreach (var phase in plan.Phases)
        {
            terminal.MarkupLine($"\n[bold]Phase {phase.Number}: "
                + $"{Markup.Escape(phase.Name)}[/]"
                + $"{(phase.Gates.Count > 0 ? Markup.Escape($"  next only if "
                    + $"{string.Join(", ", phase.Gates.Select(g => $"{g.Key} {Numbers.Rate(g.Value)}"))}") : "")}");
            foreach (var suite in phase.Suites)
                terminal.MarkupLine(Markup.Escape(
                    $"  {SafeText.OneLine(suite.Suite.Name, 60)} "
                    + $"({SafeText.OneLine(suite.Suite.Category, 40)}{(suite.Seconds is { } seconds ? $", {Numbers.Seconds(seconds)}" : "")}): "
                    + $"{Prose.Join("; ", suite.Because)}{Expected(suite)}"));
        }
        if (plan.LeftOut.Count > 0)
            terminal.MarkupLine(Markup.Escape($"\nLeft out by the focus: {SafeText.OneLine(string.Join(", ", plan.LeftOut), 400)}"));
    }

    private static string Expected(PlannedSuite suite) =>
        suite.Expected.Count == 0 ? "" : $"; expected to fail: {string.Join(", ", suite.Expected.Take(5).Select(e => $"#{e.Issue}"))}";
}
