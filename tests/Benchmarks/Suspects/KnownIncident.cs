using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Language.Identity;
using Whybot.Hosts.Setup;
using Whybot.Runs.RunFolders;

namespace Whybot.Benchmarks.Suspects;

/// <summary>A run's folder whose cause is known, with its <c>expected.json</c>: <c>inducing</c>, and optionally <c>language</c> and <c>project</c>.</summary>
/// <param name="Kind">The part of the folder's name before the first hyphen: <c>short</c>, <c>long</c>; figures are printed for each.</param>
/// <param name="Inducing">The commit that did it.</param>
/// <param name="Language">Null if it is not said.</param>
/// <param name="Group">Its project, or the commit if no project is given: nothing of a group is both fitted on and checked on.</param>
internal sealed record KnownIncident(string Folder, string Kind, CommitSha Inducing, string? Language, string Group)
{
    public string Name => Path.GetFileName(Folder);

    /// <param name="half"><c>train</c>, <c>check</c> or <c>all</c>, split by a hash of the group.</param>
    public static IReadOnlyList<KnownIncident> In(IEnumerable<string> directories, string half)
    {
        var known = new List<KnownIncident>();
        foreach (var folder in directories.Where(Directory.Exists).SelectMany(Directory.GetDirectories).Order(StringComparer.Ordinal))
        {
            var file = Path.Combine(folder, "expected.json");
            if (!File.Exists(file))
                continue;
            using var expected = JsonDocument.Parse(File.ReadAllText(file));
            if (Text(expected, "inducing") is not { } inducing)
                continue;
            var group = Text(expected, "project") ?? inducing;
            if (half == "all" || half == HalfOf(group))
                known.Add(new KnownIncident(folder, Path.GetFileName(folder).Split('-')[0], new CommitSha(inducing), Text(expected, "language"), group));
        }
        return known;
    }

    public RunFolder Open() => new(Folder);

    public static Incident Read(RunFolder folder) => new IncidentFolder(folder, ProgramVocabulary.Settings, new Progress<string>()).Read(null);

    private static string? Text(JsonDocument document, string name) => document.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string HalfOf(string splitBy) => SHA256.HashData(Encoding.UTF8.GetBytes(splitBy))[^1] % 2 == 0 ? "train" : "check";
}
