using System.CommandLine;
using System.Diagnostics;

namespace Whybot.Benchmarks;

/// <summary>How long <c>whybot analyze</c> takes on one incident as a user runs it, and how much memory.</summary>
internal static class AnalyzeBenchmark
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "A run's folder, for example samples/incidents/redis-down." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 7, Description = "How often; the median is printed." };
        var command = new Command("analyze", "The command as a process of its own, beside one that only prints its version.") { directory, rounds };
        command.SetAction(parse => Run(parse.GetValue(directory)!, parse.GetValue(rounds)));
        return command;
    }

    private static int Run(string directory, int rounds)
    {
        Machine.Print();
        var start = Median(rounds, "--version");
        var analyze = Median(rounds, "analyze", directory, "--format", "json");
        Console.WriteLine($"analyze {directory}, median of {rounds}: {analyze.Seconds:0.00} s in all, {analyze.Seconds - start.Seconds:0.00} s after "
            + $"start-up, peak {analyze.Megabytes:0} MB");
        return 0;
    }

    private static (double Seconds, double Megabytes) Median(int rounds, params string[] arguments)
    {
        var runs = Enumerable.Range(0, rounds).Select(_ => Once(arguments)).ToList();
        return (runs.Select(r => r.Seconds).Order().ElementAt(rounds / 2), runs.Max(r => r.Megabytes));
    }

    private static (double Seconds, double Megabytes) Once(string[] arguments)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "whybot.dll"), .. arguments])
        { UseShellExecute = false, RedirectStandardOutput = true })!;
        var peak = 0L;
        var output = process.StandardOutput.ReadToEndAsync();
        while (!process.WaitForExit(5))
            peak = Math.Max(peak, Peak(process));
        output.Wait();
        return (Stopwatch.GetElapsedTime(began).TotalSeconds, peak / 1024.0 / 1024);
    }

    private static long Peak(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
