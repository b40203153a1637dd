using System.CommandLine;
using Whybot.Benchmarks.Accuracy;

namespace Whybot.Benchmarks;

/// <summary><c>accuracy</c>: what of other people's files was read and told right.</summary>
internal static class AccuracyBenchmark
{
    public static Command Create()
    {
        var fixtures = new Option<string>("--fixtures")
        {
            Description = "The folder that holds results/, logs/ and recurrences/.",
            DefaultValueFactory = _ => Path.Combine("..", "shared", "fixtures"),
            HelpName = "DIR"
        };
        var tracker = new Option<string?>("--tracker")
        {
            Description = "Instead: a folder with issues.jsonl.gz of one tracker, and failures.jsonl.gz.",
            HelpName = "DIR"
        };
        var command = new Command("accuracy", "Reads other people's files and prints what was right.") { fixtures, tracker };
        command.SetAction(parse =>
        {
            if (parse.GetValue(tracker) is { } folderOfTracker)
            {
                TrackerAccuracy.Print(folderOfTracker);
                return 0;
            }
            var folder = parse.GetValue(fixtures)!;
            if (!Directory.Exists(folder))
            {
                Console.Error.WriteLine($"{folder}: no such folder; give it with --fixtures");
                return 64;
            }
            ResultAccuracy.Print(folder);
            LogAccuracy.Print(folder);
            RecurrenceAccuracy.Print(folder);
            return 0;
        });
        return command;
    }
}
