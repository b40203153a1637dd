using System.Text;
using System.Text.Json;
using Whybot.Analysis.Causes.Faults;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Masking;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>Asks GitHub's status page, if the log of a job that did not end well names something that may be GitHub's fault.</summary>
internal sealed class StatusFetcher(StatusPages pages, GitHubSettings settings, ConfiguredSecrets own)
{
    /// <summary>What stops a job is near the end of its log; after it come only the steps that clean up.</summary>
    private const int MostOfLog = 256 * 1024;

    public async Task FetchAsync(string folder, CancellationToken cancel)
    {
        var logs = Path.Combine(folder, "logs");
        if (settings.StatusPage is null || !Directory.Exists(logs) || !Directory.EnumerateFiles(logs).Any(MayBeGitHubs)
            || await pages.IncidentsAsync(cancel) is not { } answer)
            return;
        var place = Path.Combine(folder, StatusFile.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        using var document = JsonDocument.Parse(answer);
        await using var file = File.Create(place);
        await using var writer = new Utf8JsonWriter(file);
        new RedactedJson(writer, own).Write(document.RootElement);
    }

    private static bool MayBeGitHubs(string log)
    {
        using var file = File.OpenRead(log);
        file.Seek(-Math.Min(file.Length, MostOfLog), SeekOrigin.End);
        using var reader = new StreamReader(file, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            if (GitHubParts.MayBeNamed(line))
                return true;
        return false;
    }
}
