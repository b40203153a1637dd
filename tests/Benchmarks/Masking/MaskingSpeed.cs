using System.Diagnostics;
using System.Text;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results.Console;
using Whybot.Benchmarks.Speed;
using Whybot.Foundation.Masking;
using Whybot.Runs.RunFolders;

namespace Whybot.Benchmarks.Masking;

/// <summary>
/// Times what happens to a job's log: it is copied into the run's folder, with and without its secrets masked, and read from there. The ways take turns,
/// so that whatever else the machine does meets all of them.
/// </summary>
internal static class MaskingSpeed
{
    private const int Rounds = 5;
    private const int Tests = 30;

    public static int Print(string? file, int megabytes, int seed)
    {
        Machine.Print();
        if (file is not null)
            return File.Exists(file) ? Measure(file) : NoFile(file);
        var folder = Directory.CreateTempSubdirectory("whybot-secrets-").FullName;
        try
        {
            var made = Path.Combine(folder, "log");
            Generators.JobLog(made, (long)megabytes << 20, Tests, seed);
            return Measure(made);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int NoFile(string file)
    {
        Console.Error.WriteLine($"{file}: no such file");
        return 64;
    }

    private static int Measure(string file)
    {
        (string Name, Action<string> Do)[] ways = [("reading (results, sections, errors)", ReadLog), ("copy as it is", Copy),
            ("copy with masking", CopyMasked)];
        var times = ways.Select(_ => new List<double>()).ToArray();
        foreach (var way in ways)
            way.Do(file);
        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < ways.Length; i++)
            {
                GC.Collect();
                var began = Stopwatch.GetTimestamp();
                ways[i].Do(file);
                times[i].Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            }
        var size = new FileInfo(file).Length / 1048576.0;
        var medians = times.Select(t => t.Order().ElementAt(Rounds / 2)).ToArray();
        Console.WriteLine($"log of {size:0} MB, median of {Rounds}");
        for (var i = 0; i < ways.Length; i++)
            Console.WriteLine($"  {ways[i].Name,-36} {medians[i],6:0.000} s  {size / medians[i],6:0} MB/s  ({times[i].Min():0.000} to {times[i].Max():0.000})");
        var masking = medians[2] - medians[1];
        Console.WriteLine($"  masking alone {masking:0.000} s: {masking * 100 / (medians[0] + medians[1]):0.0}% of copying and reading without it");
        return 0;
    }

    private static void ReadLog(string path)
    {
        using var reader = new BoundedLineReader(File.OpenRead(path));
        var results = new ConsoleResults("logs/a.txt");
        var scanner = new LogScanner("logs/a.txt", ["test_5"]);
        while (reader.ReadLine() is { } line)
        {
            results.Feed(line);
            scanner.Feed(line);
        }
        results.Finish();
    }

    private static void Copy(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        using var writer = new StreamWriter(Stream.Null, new UTF8Encoding(false));
        var buffer = new char[128 * 1024];
        while (reader.ReadBlock(buffer) is > 0 and var read)
            writer.Write(new string(buffer, 0, read));
    }

    private static void CopyMasked(string path)
    {
        using var from = File.OpenRead(path);
        new RedactedCopy(new ConfiguredSecrets([])).CopyAsync(from, Stream.Null, long.MaxValue, CancellationToken.None).GetAwaiter().GetResult();
    }
}
