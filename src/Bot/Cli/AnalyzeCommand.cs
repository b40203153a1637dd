using System.CommandLine;
using Whybot.Analysis;
using Whybot.Analysis.Reports;
using Whybot.Pipeline;

namespace Whybot.Cli;

/// <summary><c>whybot analyze DIR</c>: from one folder of results to a report.</summary>
internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR");
        var command = new Command("analyze", "x") { directory };
        command.SetAction(parse =>
        {
            var folder = new RunFolder(parse.GetValue(directory)!);
            var incident = new IncidentFolder(folder, new Progress<string>()).Read(null);
            using var evidence = new FolderEvidence(folder);
            Console.Write(ReportJson.Write(Analyst.Analyse(incident, evidence)));
            return 0;
        });
        return command;
    }
}
