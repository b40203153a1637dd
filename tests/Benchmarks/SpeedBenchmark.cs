using System.CommandLine;
using System.Diagnostics;
using Whybot.Analysis.Causes.LogDifference;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Results.Console;
using Whybot.Analysis.Inputs.Signatures;
using Whybot.Benchmarks.Speed;
using Whybot.Runs.RunFolders;

namespace Whybot.Benchmarks;

/// <summary><c>speed</c>: large inputs, each in a process of its own, so that its peak of memory is its own.</summary>
internal static class SpeedBenchmark
{
    private const string Passing = "passing";
    private static readonly string[] Names = ["junit", "failures", "log", "compare", "issues", "matches"];

    public static Command Create()
    {
        var only = new Option<string?>("--only") { Description = $"One of {string.Join(", ", Names)}.", HelpName = "CASE" };
        only.AcceptOnlyFromAmong(Names);
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "The same seed gives the same inputs." };
        var megabytes = new Option<int>("--log-megabytes") { DefaultValueFactory = _ => 36, Description = "Size of the job log; 1024 for a large one." };
        var tests = new Option<int>("--log-tests")
        {
            DefaultValueFactory = _ => 30,
            Description = "Of a thousand lines of the job log so many name a test that passed."
        };
        var inside = new Option<bool>("--here") { Description = "Measure in this process.", Hidden = true };
        var command = new Command("speed",
            "Times reading, grouping and looking up of large inputs; prints time, what was allocated, and the peak of memory of the whole process.") { only,
            seed, megabytes, tests, inside };
        command.SetAction(parse =>
        {
            if (parse.GetValue(inside))
                Measure(parse.GetValue(only)!, parse.GetValue(seed), parse.GetValue(megabytes));
            else
            {
                Machine.Print();
                foreach (var name in parse.GetValue(only) is { } one ? [one] : Names)
                    Start(name, parse.GetValue(seed), parse.GetValue(megabytes), parse.GetValue(tests));
            }
        });
        return command;
    }

    private static void Start(string name, int seed, int megabytes, int tests)
    {
        var folder = Directory.CreateTempSubdirectory("whybot-speed-").FullName;
        try
        {
            var file = Path.Combine(folder, name);
            if (name == "junit")
                Generators.JUnit(file, 100_000, seed);
            else if (name is "log" or "compare")
                Generators.JobLog(file, (long)megabytes << 20, tests, seed);
            if (name == "compare")
                Generators.JobLog(Path.Combine(folder, Passing), (long)megabytes << 20, tests, seed + 1);
            using var process = Process.Start(new ProcessStartInfo("dotnet",
                [typeof(SpeedBenchmark).Assembly.Location, "speed", "--only", name, "--seed", $"{seed}", "--log-megabytes", $"{megabytes}",
                "--here"])
            { UseShellExecute = false, WorkingDirectory = folder })!;
            process.WaitForExit();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(string name, int seed, int megabytes)
    {
        switch (name)
        {
            case "junit":
                Time($"{new FileInfo(name).Length >> 20} MB of JUnit", () =>
                {
                    using var stream = File.OpenRead(name);
                    var file = ResultFormats.Read(stream, "results/a.xml", "a")!;
                    return $"{file.Cases.Count:N0} cases, {file.Cases.Count(c => c.Bad):N0} failed";
                });
                break;
            case "failures":
                var failures = Generators.Failures(100_000, 300, 1000, seed);
                Time($"{failures.Sum(f => (long)f.Failure!.Text.Length) >> 20} MB in {failures.Count:N0} failures",
                    () => $"{FailureGroup.Of(failures).Count:N0} groups of 300 causes");
                break;
            case "log":
                var bytes = new FileInfo(name).Length;
                Time($"job log of {bytes >> 20} MB, results", () => ReadLog(name), bytes);
                Time($"job log of {bytes >> 20} MB, results once more", () => ReadLog(name), bytes);
                Time($"job log of {bytes >> 20} MB, sections and errors", () => ScanLog(name), bytes);
                break;
            case "compare":
                var both = new FileInfo(name).Length + new FileInfo(Passing).Length;
                Time($"two job logs of {both >> 21} MB, compared", () => Compare(name), both);
                Time($"two job logs of {both >> 21} MB, compared once more", () => Compare(name), both);
                File.WriteAllText(Passing, "another job\n");
                Time($"a job log of {both >> 21} MB of which every line is new", () => Compare(name), both / 2);
                break;
            case "matches":
                var matching = new Matching(50_000, seed);
                Time("50,000 known issues, taken apart", () => $"{matching.Prepare():N0} issues");
                Time("500 causes, taken apart", () => $"{matching.PrepareCauses(500):N0} causes", each: 500);
                Time("500 causes held against them", () => $"{matching.Match():N0} matched or listed", each: 500);
                break;
            default:
                IssueIndex? index = null;
                Time("index of 50,000 issues", () => $"{(index = new IssueIndex(Generators.Issues(50_000, seed))).Count:N0} issues");
                var random = new Random(seed + 1);
                var queries = Enumerable.Range(0, 500).Select(_ => new IssueQuery(Generators.FailureText(random, random.Next(50_000), 900))).ToList();
                Time("500 queries", () => $"{queries.Count(q => index!.Find(q).Count > 0)} with hits", each: queries.Count);
                break;
        }
    }

    private static string ReadLog(string path)
    {
        using var reader = new BoundedLineReader(File.OpenRead(path));
        var results = new ConsoleResults("logs/a.txt");
        while (reader.ReadLine() is { } line)
            results.Feed(line);
        return results.Finish() is { } file ? $"{file.Cases.Count(c => c.Bad):N0} failed" : "nothing";
    }

    private static string ScanLog(string path)
    {
        using var reader = new BoundedLineReader(File.OpenRead(path));
        var scanner = new LogScanner("logs/a.txt", ["test_5"]);
        while (reader.ReadLine() is { } line)
            scanner.Feed(line);
        return $"{scanner.Job?.Errors.Count} errors";
    }

    private static string Compare(string path)
    {
        var lines = new PassingLines();
        using (var passing = new BoundedLineReader(File.OpenRead(Passing)))
            while (passing.ReadLine() is { } line)
                lines.Add(line);
        using var failing = new BoundedLineReader(File.OpenRead(path));
        var comparison = new LogComparison(lines, new JobLog(path, 0, new Dictionary<string, IReadOnlyList<LogLine>>(), []));
        while (failing.ReadLine() is { } line)
            comparison.Feed(line);
        return $"{comparison.Finish([Passing])?.Blocks.Count ?? 0} blocks";
    }

    private static void Time(string what, Func<string> act, long bytes = 0, int each = 0)
    {
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        var (before, allocated, began) = (self.WorkingSet64, GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
        var said = act();
        var took = Stopwatch.GetElapsedTime(began);
        self.Refresh();
        var rate = bytes > 0 ? $", {bytes / 1048576.0 / took.TotalSeconds:0} MB/s" : each > 0 ? $", {took.TotalMilliseconds / each:0.00} ms each" : "";
        Console.WriteLine($"{what}: {took.TotalSeconds:0.00} s{rate}, {(GC.GetTotalAllocatedBytes() - allocated) >> 20} MB allocated, peak "
            + $"{self.PeakWorkingSet64 >> 20} MB ({before >> 20} MB before): {said}");
    }
}
