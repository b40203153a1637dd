using Whybot.Analysis;
using Whybot.Analysis.Output.Reports;
using Whybot.Hosts.Setup;
using Whybot.Runs.RunFolders;

namespace Whybot.Bot.Tests;

/// <summary>Takes a folder on disk through the whole way, as the command does.</summary>
internal static class Analysed
{
    public static Report Folder(string path)
    {
        var folder = new RunFolder(path);
        var incident = new IncidentFolder(folder, ProgramVocabulary.Settings, new Quiet()).Read(null);
        using var evidence = new FolderEvidence(folder);
        return Analyst.Analyse(incident, evidence);
    }

    private sealed class Quiet : IProgress<string>
    {
        public void Report(string value) { }
    }
}
