using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Foundation.Masking;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;
using Whybot.Memory.Runs;
using Whybot.Runs.Fetching;
using Whybot.Runs.RunFolders;
using Whybot.Runs.Suites;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Whybot.Features.Deployments.Suites;

/// <summary>
/// Runs one suite on this machine. A suite that was interrupted because the service was killed or stopped runs again from the start; what is left of it
/// is ended first.
/// </summary>
internal sealed partial class LocalSuiteHandler(SuiteRuns suites, DeploymentRuns runs, SuitePolicy policy, EvidenceFolders folders, ConfiguredSecrets own,
    JobQueue jobs, IDatabase database, WorkSignals signals, TimeProvider time, ILogger<LocalSuiteHandler> logger) : IJobHandler
{
    private const long MaxFile = 50L * 1024 * 1024;
    private const long MaxLog = 20L * 1024 * 1024;
    private const long MaxInAll = 200L * 1024 * 1024;
    private const int MostFiles = 500;

    public string Kind => SuiteJob.Kind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        if (await suites.FindAsync(SuiteJob.Of(job).SuiteRun, cancel) is not { Ended: false } suiteRun
            || await runs.FindAsync(suiteRun.DeploymentRun, cancel) is not { } run)
            return null;
        var name = suiteRun.Names[0];
        if (run.Ended || policy.LocalOf(run.RepositoryName, run.Environment, name) is not { } suite)
        {
            await EndAsync(job, run, suiteRun, new SuiteEnd("cancelled", run.Ended ? "its run was over" : "the server's settings no longer name its command"),
                [], cancel);
            return null;
        }
        // The same folder after a restart: the interrupted run left its process id in it.
        using var folder = folders.Take(run.Ref, $"suite-{suiteRun.Id}");
        SuiteProcess.EndLeftover(folder.Path);
        folder.Clear();
        await database.WriteAsync(job, session => SuiteRuns.StartedAsync(session, suiteRun, null), cancel);
        var (end, files) = await RunAsync(suite, run, suiteRun, folder.Path, cancel);
        await EndAsync(job, run, suiteRun, end, files, cancel);
        folders.Remove(folder);
        return null;
    }

    private async Task<(SuiteEnd End, IReadOnlyList<StoredResult> Files)> RunAsync(LocalSuite suite, DeploymentRun run, SuiteRun suiteRun, string folder,
        CancellationToken cancel)
    {
        var files = run.Plan is null ? [] : PlanFile.FromJson(run.Plan).Suites.FirstOrDefault(s => s.Name == suiteRun.Names[0])?.Files ?? [];
        var context = new CommandContext(suiteRun.Names[0], run.Sha, run.Environment, Made(folder, "results"), Made(folder, "logs"), files, suiteRun.Only);
        var logs = new LogTail(suite.Logs);
        SuiteEnd end;
        try
        {
            end = await new SuiteProcess(suite, folder).RunAsync(CommandLine.Of(suite, context), context,
                async () => await runs.FindAsync(run.Id, cancel) is { Ended: false } ? null : "a newer deployment has taken its place", cancel);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            end = new SuiteEnd("startup_failure", $"its command cannot be started ({missing.Message})");
        }
        var notes = new List<string>();
        await logs.CopyAsync(context.Logs, notes, cancel);
        var inputs = new FetchedInputs();
        var collected = await CollectAsync(context, folder, inputs, cancel);
        if (end.Outcome is not ("timed_out" or "cancelled") && collected.All(f => !f.File.StartsWith("results/", StringComparison.Ordinal)))
            notes.Insert(0, "it wrote no results");
        // A failing test makes the command fail too, so that alone is not worth mentioning.
        if (end.Outcome != "failure" || notes.Count > 0)
            notes.Insert(0, end.Note ?? "");
        var note = string.Join("; ", notes.Where(n => n.Length > 0));
        end = end with { Note = note.Length > 0 ? note : null };
        var log = collected.Any(f => f.File == OutputOf(context)) ? OutputOf(context) : null;
        inputs.Jobs.Add(new JobRecord(context.Suite, end.Outcome)
        {
            Log = log,
            ExitCode = end.ExitCode,
            Signal = end.Signal?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Suites = suiteRun.Names,
            Again = suiteRun.Phase == 0,
            Note = end.Note,
        });
        return (end, [.. collected, .. inputs.Stored(suiteRun.Names)]);
    }

    private static string OutputOf(CommandContext context) => $"logs/{FileNames.Safe(context.Suite)}{LogScanner.RunnerOutput}";

    /// <summary>Collects result files under the suite's name, along with its logs; secrets are masked on the way.</summary>
    private async Task<IReadOnlyList<StoredResult>> CollectAsync(CommandContext context, string folder, FetchedInputs inputs, CancellationToken cancel)
    {
        var suite = FileNames.Safe(context.Suite);
        var results = Files(context.Results).Where(f => ResultFiles.IsMeant(f) || ResultFiles.IsOne(f) || ResultFiles.MayBeOne(f, f)).ToList();
        var found = Named(context.Results, results).Select(f =>
            (f.Path, Name: results.Count == 1 ? $"results/{suite}{Path.GetExtension(f.Path)}" : $"results/{suite}/{f.Name}"))
            .Concat(Named(context.Logs, Files(context.Logs)).Select(f => (f.Path, Name: $"logs/{suite}-{f.Name}")))
            .Append((Path: Path.Combine(folder, SuiteProcess.Output), Name: OutputOf(context))).DistinctBy(f => f.Name).Where(f => File.Exists(f.Path))
            .ToList();
        if (found.Count > MostFiles)
            inputs.Cut($"results of {context.Suite}", $"it wrote {found.Count} files, and {MostFiles} are read");
        var files = new List<StoredResult>();
        var left = MaxInAll;
        foreach (var (path, name) in found.Take(MostFiles))
        {
            await using var from = File.OpenRead(path);
            using var to = new MemoryStream();
            try
            {
                await new RedactedCopy(own).CopyAsync(from, to, Math.Min(left, name.StartsWith("logs/", StringComparison.Ordinal) ? MaxLog : MaxFile), cancel);
            }
            catch (TooLargeException tooLarge)
            {
                inputs.Cut(name, $"it is {tooLarge.Message}; it is cut there");
            }
            left -= to.Length;
            files.Add(new StoredResult(name, to.ToArray()));
        }
        return files;
    }

    /// <summary>Each file under its own name; files that share a name also get their folder, so that none replaces another.</summary>
    private static IEnumerable<(string Path, string Name)> Named(string root, IReadOnlyList<string> files)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var shared = files.GroupBy(f => FileNames.Safe(Path.GetFileName(f))).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var name = FileNames.Safe(Path.GetFileName(file));
            name = shared.Contains(name) ? FileNames.Safe(Path.GetRelativePath(root, file)) : name;
            for (var i = 2; !taken.Add(name); i++)
                name = $"{i}-{FileNames.Safe(Path.GetFileName(file))}";
            yield return (file, name);
        }
    }

    private async Task EndAsync(Job job, DeploymentRun run, SuiteRun suiteRun, SuiteEnd end, IReadOnlyList<StoredResult> files, CancellationToken cancel)
    {
        await database.WriteAsync(job, async session =>
        {
            await suites.EndedAsync(session, suiteRun, end.Outcome, end.Note, files);
            if (!run.Ended)
                await jobs.EnqueueAsync(session, run.ToJob(job.Delivery), time.GetUtcNow());
        }, cancel);
        signals.Jobs.Signal();
        var names = string.Join(", ", suiteRun.Names);
        Ran(names, end.Outcome, end.Note);
    }

    private static string Made(string folder, string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    private static List<string> Files(string folder, string? extension = null) =>
        [.. new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(f => extension is null || f.Extension.Equals(extension, StringComparison.OrdinalIgnoreCase)).Select(f => f.FullName)
            .Order(StringComparer.Ordinal)];

    [LoggerMessage(Level = LogLevel.Information, Message = "Suite {Suite}: {Outcome} {Note}")]
    private partial void Ran(string suite, string outcome, string? note);
}
