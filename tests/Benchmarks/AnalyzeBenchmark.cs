using System.CommandLine;
using System.Diagnostics;
using Whybot.Benchmarks.Speed;

namespace Whybot.Benchmarks;

/// <summary>How long <c>whybot analyze</c> takes as a user runs it, and how much memory.</summary>
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

    public static Command CreateLarge()
    {
        var tests = new Option<int>("--tests") { DefaultValueFactory = _ => 100_000, Description = "How many; one in twenty fails." };
        var messages = new Option<int>("--messages") { DefaultValueFactory = _ => 4, Description = "How many different messages the failures have." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5, Description = "How often; the median is printed." };
        var program = new Option<string>("--program") { DefaultValueFactory = _ => Built, Description = "Which whybot.dll; published ones start faster." };
        var keep = new Option<string?>("--keep") { Description = "Writes the run's folder here and keeps it." };
        var command = new Command("large", "The command on one JUnit file of 500 bytes per test, made from a seed.") { tests, messages, rounds, program, keep };
        command.SetAction(parse => RunLarge(parse.GetValue(tests), parse.GetValue(messages), parse.GetValue(rounds), parse.GetValue(program)!,
            parse.GetValue(keep)));
        return command;
    }

    private static string Built => Path.Combine(AppContext.BaseDirectory, "whybot.dll");

    private static int RunLarge(int tests, int messages, int rounds, string program, string? keep)
    {
        Machine.Print();
        var folder = keep is null ? Directory.CreateTempSubdirectory("large-") : Directory.CreateDirectory(keep);
        LargeRun.Write(folder.FullName, tests, messages, seed: 1);
        var size = folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
        var analyze = Median(rounds, program, "analyze", folder.FullName, "--format", "json");
        Console.WriteLine($"analyze, {tests:N0} tests, {tests / 20:N0} failures with {messages:N0} messages, {size / 1e6:0} MB, median of {rounds}: "
            + $"{analyze.Seconds:0.00} s in all, {analyze.Cpu:0.00} s of processor, peak {analyze.Megabytes:0} MB, report {analyze.Output / 1e6:0.00} MB");
        if (keep is null)
            folder.Delete(recursive: true);
        return 0;
    }

    private static int Run(string directory, int rounds)
    {
        Machine.Print();
        var start = Median(rounds, Built, "--version");
        var analyze = Median(rounds, Built, "analyze", directory, "--format", "json");
        Console.WriteLine($"analyze {directory}, median of {rounds}: {analyze.Seconds:0.00} s in all, {analyze.Seconds - start.Seconds:0.00} s after "
            + $"start-up, peak {analyze.Megabytes:0} MB");
        return 0;
    }

    private static Figures Median(int rounds, string program, params string[] arguments)
    {
        var runs = Enumerable.Range(0, rounds).Select(_ => Once(program, arguments)).ToList();
        return runs.OrderBy(r => r.Seconds).ElementAt(rounds / 2) with { Megabytes = runs.Max(r => r.Megabytes) };
    }

    private static Figures Once(string program, string[] arguments)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var (peak, cpu) = (0L, TimeSpan.Zero);
        var output = process.StandardOutput.ReadToEndAsync();
        while (!process.WaitForExit(5))
            (peak, cpu) = Seen(process, peak, cpu);
        return new Figures(Stopwatch.GetElapsedTime(began).TotalSeconds, cpu.TotalSeconds, peak / 1024.0 / 1024, output.Result.Length);
    }

    private static (long Peak, TimeSpan Cpu) Seen(Process process, long peak, TimeSpan cpu)
    {
        try
        {
            process.Refresh();
            return (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
        }
        catch (InvalidOperationException)
        {
            return (peak, cpu);
        }
    }

    /// <param name="Seconds">From the start to the end.</param>
    /// <param name="Cpu">Processor seconds, as last seen before the end.</param>
    /// <param name="Megabytes">Peak working set.</param>
    /// <param name="Output">Characters printed.</param>
    private sealed record Figures(double Seconds, double Cpu, double Megabytes, int Output);
}
