using Whybot.Analysis.Inputs.Logs;
using Whybot.Foundation.Masking;
using Whybot.Memory.Runs;
using Whybot.Runs.Fetching;
using Whybot.Runs.RunFolders;

namespace Whybot.Features.Deployments.Suites;

/// <summary>Collects the result files and logs that a suite's command left behind; secrets are masked on the way.</summary>
internal sealed class SuiteFileCollector(ConfiguredSecrets own)
{
    private const long MaxFile = 50L * 1024 * 1024;
    private const long MaxLog = 20L * 1024 * 1024;
    private const long MaxInAll = 200L * 1024 * 1024;
    private const int MostFiles = 500;

    /// <param name="folder">The suite's folder, with the command's output.</param>
    /// <param name="inputs">Notes what is cut.</param>
    /// <returns>The files, named after the suite.</returns>
    public async Task<IReadOnlyList<StoredResult>> CollectAsync(CommandContext context, string folder, FetchedInputs inputs, CancellationToken cancel)
    {
        var suite = FileNames.Safe(context.Suite);
        var results = Files(context.Results).Where(f => (ResultFiles.IsMeant(f) && !CoverageFiles.IsOne(f)) || ResultFiles.IsOne(f)
            || ResultFiles.MayBeOne(f, f)).ToList();
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

    /// <summary>Where the command's own output is collected.</summary>
    public static string OutputOf(CommandContext context) => $"logs/{FileNames.Safe(context.Suite)}{LogScanner.RunnerOutput}";

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

    private static List<string> Files(string folder) =>
        [.. new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint }).Select(f => f.FullName).Order(StringComparer.Ordinal)];
}
