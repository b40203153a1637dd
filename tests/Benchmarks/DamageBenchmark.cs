using System.CommandLine;
using Whybot.Benchmarks.Damage;

namespace Whybot.Benchmarks;

/// <summary><c>damage</c>: no damaged result file that held or claimed a failure ends in go.</summary>
internal static class DamageBenchmark
{
    private const int MostShown = 20;

    public static Command Create()
    {
        var files = new Option<string>("--files")
        {
            Description = "A folder of result files of any format.",
            DefaultValueFactory = _ => Path.Combine("..", "shared", "fixtures", "results"),
            HelpName = "DIR"
        };
        var times = new Option<int>("--times") { Description = "How many damaged files.", DefaultValueFactory = _ => 20_000 };
        var seed = new Option<int>("--seed") { Description = "For the same files again.", DefaultValueFactory = _ => 1 };
        var command = new Command("damage", "Damages result files in many ways, each beside a green one, and counts those that end in go.") { files, times,
            seed };
        command.SetAction(parse => Run(parse.GetValue(files)!, parse.GetValue(times), parse.GetValue(seed)));
        return command;
    }

    private static int Run(string folder, int times, int seed)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"{folder}: no such folder; give it with --files");
            return 64;
        }
        var victims = DamageTrial.Of(folder);
        if (!victims.Any(v => v.HoldsFailure))
        {
            Console.Error.WriteLine($"{folder}: no result file in it holds a failure");
            return 64;
        }
        var trial = new DamageTrial(victims, seed);
        trial.Run(times);
        Console.WriteLine($"{victims.Count} files ({victims.Count(v => v.HoldsFailure)} hold a failure), {trial.Tried:N0} damaged: {trial.NotGo:N0} are not "
            + $"go, {trial.FalseGos.Count:N0} are go");
        foreach (var group in trial.FalseGos.GroupBy(f => (f.File, f.Damage)).OrderByDescending(g => g.Count()).Take(MostShown))
            Console.WriteLine($"  {group.Count(),5} × {group.Key.Damage}: {group.Key.File} (round {group.First().Round})");
        return trial.FalseGos.Count == 0 ? 0 : 1;
    }
}
