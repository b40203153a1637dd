using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Runs.RunFolders;

namespace Whybot.Hosts.Cli;

/// <summary>For a folder in which nothing could be read: says for each file why.</summary>
internal static class NothingReadable
{
    private const int MostFiles = 50;

    public static IEnumerable<string> Reasons(RunFolder folder, Incident incident)
    {
        var said = incident.Unread.Select(u => u.ToString()).Concat(incident.Warnings).Distinct().ToList();
        var files = folder.Files("results").Concat(folder.Files("logs")).ToList();
        var silent = files.Where(f => !said.Exists(s => s.StartsWith(f, StringComparison.Ordinal))).ToList();
        foreach (var reason in said.Concat(silent.Take(MostFiles).Select(Unknown)))
            yield return reason;
        if (silent.Count > MostFiles)
            yield return $"and {silent.Count - MostFiles} more files of no known kind";
        if (files.Count == 0)
            yield return "results/ and logs/ hold no file";
    }

    private static string Unknown(string source) => source.StartsWith("results/", StringComparison.Ordinal)
        ? $"{source}: not a result file that is known ({string.Join(", ", ResultFormats.Names)}), or one without tests"
        : $"{source}: it says nothing of a test, a job or a service";
}
