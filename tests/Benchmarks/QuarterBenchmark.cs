using System.CommandLine;
using System.Diagnostics;
using Whybot.Benchmarks.Quarter;

namespace Whybot.Benchmarks;

/// <summary>A simulated quarter: how many issues, comments, false closes, wrong verdicts.</summary>
internal static class QuarterBenchmark
{
    public static Command Create()
    {
        var deployments = new Option<int>("--deployments") { DefaultValueFactory = _ => 200, Description = "How many, over 90 days." };
        var causes = new Option<int>("--causes") { DefaultValueFactory = _ => 30, Description = "Regressions, flakes and outages, at most 30." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "One seed, one quarter." };
        var until = new Option<int?>("--until") { Description = "Stop after that deployment." };
        var comments = new Option<bool>("--comments") { Description = "Print what was written on issues." };
        var command = new Command("quarter",
            "Plays deployments with regressions, flakes, outages, fixes, half fixes and people's edits through the pipeline, and holds what was said against "
            + "what was so.")
            { deployments, causes, seed, until, comments };
        command.SetAction(async (parse, cancel) =>
        {
            var began = Stopwatch.GetTimestamp();
            var scenario = new Scenario(parse.GetValue(seed), parse.GetValue(deployments), parse.GetValue(causes));
            var (figures, written) = await Simulation.RunAsync(scenario, parse.GetValue(seed), parse.GetValue(until) ?? scenario.Deployments,
                new Line(scenario.Deployments), cancel);
            if (parse.GetValue(comments))
                Console.WriteLine(string.Join('\n', written));
            Machine.Print();
            Console.WriteLine($"quarter, seed {parse.GetValue(seed)}, {Stopwatch.GetElapsedTime(began).TotalMinutes:0.0} min");
            Console.Write(figures.Table());
            return figures is { Duplicates.Count: 0, FalseCloseRate: <= 0.05, NotificationsPerCause: <= 4 } ? 0 : 1;
        });
        return command;
    }

    private sealed class Line(int most) : IProgress<int>
    {
        public void Report(int value)
        {
            if (!Console.IsErrorRedirected)
                Console.Error.Write($"\r{value} of {most} deployments");
        }
    }
}
