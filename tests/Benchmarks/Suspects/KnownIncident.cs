using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Language.Identity;
using Whybot.Hosts.Setup;
using Whybot.Runs.RunFolders;

namespace Whybot.Benchmarks.Suspects;

/// <summary>A run's folder whose cause is known.</summary>
/// <param name="Kind">The part of the folder's name before the first hyphen: <c>short</c>, <c>long</c>; figures are printed for each.</param>
/// <param name="Inducing">The commit that did it.</param>
internal sealed record KnownIncident(string Folder, string Kind, CommitSha Inducing)
{
    public string Name => Path.GetFileName(Folder);

    /// <param name="half"><c>train</c> and <c>check</c> are split by a hash of the commit, so a bug is in the same half at every length.</param>
    public static IReadOnlyList<KnownIncident> In(string directory, string half)
    {
        var known = new List<KnownIncident>();
        string[] folders = Directory.Exists(directory) ? Directory.GetDirectories(directory) : [];
        foreach (var folder in folders.Order(StringComparer.Ordinal))
        {
            var file = Path.Combine(folder, "expected.json");
            if (!File.Exists(file))
                continue;
            using var expected = JsonDocument.Parse(File.ReadAllText(file));
            if (expected.RootElement.TryGetProperty("inducing", out var inducing) && (half == "all" || half == HalfOf(inducing.GetString()!)))
                known.Add(new KnownIncident(folder, Path.GetFileName(folder).Split('-')[0], new CommitSha(inducing.GetString()!)));
        }
        return known;
    }

    public RunFolder Open() => new(Folder);

    public static Incident Read(RunFolder folder) => new IncidentFolder(folder, ProgramVocabulary.Settings, new Progress<string>()).Read(null);

    private static string HalfOf(string commit) => SHA256.HashData(Encoding.ASCII.GetBytes(commit))[^1] % 2 == 0 ? "train" : "check";
}
