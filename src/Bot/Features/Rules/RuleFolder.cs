using Whybot.Analysis.Explanation.Rules;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue.Requests;
using Whybot.Memory.Deployments;
using Whybot.Memory.Runs;
using Whybot.Runs.Analyzing;
using Whybot.Runs.Fetching;
using Whybot.Runs.RunFolders;

namespace Whybot.Features.Rules;

/// <summary>Writes a folder that <c>whybot rules</c> reads: the rules, and last week's runs.</summary>
internal sealed class RuleFolder(EvidenceFolders folders, DefaultBranchFiles branch, RunStore runs, DeploymentRuns deployments, SuiteRuns suites,
    TimeProvider time)
{
    private const int MostRuns = 50;
    private static readonly TimeSpan Back = TimeSpan.FromDays(7);

    public Task<RunEvidence> WriteAsync(RepositoryRef repository, RuleJob asked, CancellationToken cancel) =>
        folders.NewAsync(repository, $"rules-{asked.Issue}", folder => WriteAsync(repository, asked, folder, cancel));

    private async Task WriteAsync(RepositoryRef repository, RuleJob asked, string folder, CancellationToken cancel)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, RuleFiles.Body), Body(asked.Blocks), cancel);
        await branch.SettingsAsync(repository, folder, cancel);
        var since = time.GetUtcNow() - Back;
        foreach (var run in await deployments.SinceAsync(repository.Id, since, MostRuns, cancel))
            foreach (var suite in (await suites.OfAsync(run, cancel)).Where(s => s.Ended && s.Phase > 0))
                await ResultsAsync(folder, $"deployment-{run.Deployment}", run.Sha, run.Environment, await suites.FilesAsync(suite.Id, cancel), cancel);
        foreach (var run in await runs.SinceAsync(repository.Id, since, MostRuns, cancel))
            await ResultsAsync(folder, run.Sha.Value, run.Sha, run.Branch,
                [.. (await runs.ResultsAsync(run.Id, cancel)).Where(r => !r.IsReplaced)
                    .Select(r => r with { File = $"results/{FileNames.Safe(r.File)}" })], cancel);
    }

    /// <summary>Keeps the blocks at their original lines, so that a problem names the line in the issue.</summary>
    private static string Body(IReadOnlyList<RuleBlock> blocks)
    {
        var lines = new List<string>();
        foreach (var block in blocks.OrderBy(b => b.Line))
        {
            while (lines.Count < block.Line - 2)
                lines.Add("");
            var fence = new string('`', 3 + block.Text.Count(c => c == '`'));
            lines.AddRange([$"{fence}{RuleReader.Language}", .. block.Text.Split('\n'), fence]);
        }
        return string.Join('\n', lines) + "\n";
    }

    private static async Task ResultsAsync(string folder, string name, CommitSha sha, string? place, IReadOnlyList<StoredResult> files,
        CancellationToken cancel)
    {
        var below = Directory.CreateDirectory(Path.Combine(folder, "history", FileNames.Safe(name))).FullName;
        new RunFile(new RepositoryName(""), sha, place, null, null).Write(below);
        foreach (var file in files.Where(f => f.File.StartsWith("results/", StringComparison.Ordinal)))
        {
            var to = Directory.CreateDirectory(Path.Combine(below, "results")).FullName;
            await File.WriteAllBytesAsync(Path.Combine(to, FileNames.Unused(to, FileNames.Safe(file.File["results/".Length..]))), file.Content, cancel);
        }
    }
}
