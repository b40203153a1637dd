using System.CommandLine;
using Whybot.Benchmarks.Suspects;

namespace Whybot.Benchmarks;

/// <summary><c>suspects</c>: whether the change that did it is found among all others.</summary>
internal static class SuspectsBenchmark
{
    public static Command Create()
    {
        var incidents = new Option<string[]>("--incidents")
        {
            Description = "Folders of runs' folders, each with an expected.json that gives the right commit as \"inducing\".",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
            HelpName = "DIR"
        };
        var half = new Option<string>("--half")
        {
            Description = "Which half of the projects (or of the commits, if no project is given), split by their hash: train, check or all.",
            DefaultValueFactory = _ => "all",
            HelpName = "HALF"
        };
        half.AcceptOnlyFromAmong("train", "check", "all");
        var fit = new Option<bool>("--fit") { Description = "Fit the weights on that half and print them instead." };
        var sureness = new Option<bool>("--sureness") { Description = "Print how sure the present weights may be on that half instead." };
        var fetched = new Option<int?>("--fetched")
        {
            Description = "Of the sources in a folder, read only those that the service would fetch, and at most so many.",
            HelpName = "FILES"
        };
        var command = new Command("suspects", "Ranks the changes of incidents whose cause is known, and prints how often it was right.")
        {
            incidents, half, fit, sureness, fetched
        };
        command.SetAction(parse =>
        {
            var folders = parse.GetValue(incidents)!;
            var known = KnownIncident.In(folders, parse.GetValue(half)!);
            if (known.Count == 0)
            {
                Console.Error.WriteLine($"{string.Join(", ", folders)}: no folder with an expected.json that has \"inducing\"");
                return 64;
            }
            Machine.Print();
            if (parse.GetValue(fit))
                WeightFit.Print(known, [.. KnownIncident.In(folders, "all").Except(known)]);
            else if (parse.GetValue(sureness))
                WeightFit.PrintSureness(known);
            else
                RankingFigures.Print(known, parse.GetValue(fetched));
            return 0;
        });
        return command;
    }
}
