using System.CommandLine;
using Whybot.Benchmarks;
using Whybot.Benchmarks.Pages;
using Whybot.Benchmarks.Stores;

var root = new RootCommand("Measures Whybot; prints the machine and the figures.")
{
    IngestBenchmark.Create(), AnalyzeBenchmark.Create(), AnalyzeBenchmark.CreateLarge(), QuarterBenchmark.Create(), AccuracyBenchmark.Create(),
    SpeedBenchmark.Create(), DamageBenchmark.Create(), SecretsBenchmark.Create(), StoresCommand.Create(), PagesBenchmark.Create(),
    SuspectsBenchmark.Create(), HistoriesBenchmark.Create(),
};
return await root.Parse(args).InvokeAsync();
