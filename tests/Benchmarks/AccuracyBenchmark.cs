using System.CommandLine;
using Whybot.Benchmarks.Accuracy;

namespace Whybot.Benchmarks;

/// <summary><c>accuracy</c>: what of other people's files was read and told right.</summary>
internal static class AccuracyBenchmark
{
    public static Command Create()
    {
        var fixtures = new Option<string>("--fixtures") { Description = "The folder that holds results/, logs/ and recurrences/.", DefaultValueFactory = _ => Path.Combine("..", "shared", "fixtures"), HelpName = "DIR" };
        var command = new Command("accuracy", "Reads other people's files and prints what was right.") { fixtures };
        command.SetAction(parse =>
        {
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
