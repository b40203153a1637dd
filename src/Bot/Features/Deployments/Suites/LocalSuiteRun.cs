using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Memory.Deployments;
using Whybot.Memory.Runs;
using Whybot.Runs.Fetching;
using Whybot.Runs.Suites;

namespace Whybot.Features.Deployments.Suites;

/// <summary>Runs a suite's command in a folder, and collects how it ended and what it left behind.</summary>
internal sealed class LocalSuiteRun(DeploymentRuns runs, SuiteFileCollector collector)
{
    public async Task<(SuiteEnd End, IReadOnlyList<StoredResult> Files)> RunAsync(LocalSuite suite, DeploymentRun run, SuiteRun suiteRun, string folder,
        CancellationToken cancel)
    {
        var files = run.Plan is null ? [] : PlanFile.FromJson(run.Plan).Suites.FirstOrDefault(s => s.Name == suiteRun.Names[0])?.Files ?? [];
        var context = new CommandContext(suiteRun.Names[0], run.Sha, run.Environment, Made(folder, "results"), Made(folder, "logs"), files, suiteRun.Only);
        var logs = new LogTail(suite.Logs);
        var end = await CommandAsync(suite, run, context, folder, cancel);
        var notes = new List<string>();
        await logs.CopyAsync(context.Logs, notes, cancel);
        var inputs = new FetchedInputs();
        var collected = await collector.CollectAsync(context, folder, inputs, cancel);
        if (end.Outcome is not ("timed_out" or "cancelled") && collected.All(f => !f.File.StartsWith("results/", StringComparison.Ordinal)))
            notes.Insert(0, "it wrote no results");
        // A failing test makes the command fail too, so that alone is not worth mentioning.
        if (end.Outcome != "failure" || notes.Count > 0)
            notes.Insert(0, end.Note ?? "");
        var note = string.Join("; ", notes.Where(n => n.Length > 0));
        end = end with { Note = note.Length > 0 ? note : null };
        var output = SuiteFileCollector.OutputOf(context);
        inputs.Jobs.Add(new JobRecord(context.Suite, end.Outcome)
        {
            Log = collected.Any(f => f.File == output) ? output : null,
            ExitCode = end.ExitCode,
            Signal = end.Signal?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Suites = suiteRun.Names,
            Again = suiteRun.Phase == 0,
            Note = end.Note,
        });
        return (end, [.. collected, .. inputs.Stored(suiteRun.Names)]);
    }

    private async Task<SuiteEnd> CommandAsync(LocalSuite suite, DeploymentRun run, CommandContext context, string folder, CancellationToken cancel)
    {
        try
        {
            return await new SuiteProcess(suite, folder).RunAsync(CommandLine.Of(suite, context), context,
                async () => await runs.FindAsync(run.Id, cancel) is { Ended: false } ? null : "a newer deployment has taken its place", cancel);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return new SuiteEnd("startup_failure", $"its command cannot be started ({missing.Message})");
        }
    }

    private static string Made(string folder, string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
}
