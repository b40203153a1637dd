using System.CommandLine;
using Whybot.Benchmarks;

var root = new RootCommand("Measures Whybot; prints the machine and the figures.") { IngestBenchmark.Create(), AnalyzeBenchmark.Create(),
    QuarterBenchmark.Create(), AccuracyBenchmark.Create(), SpeedBenchmark.Create(), DamageBenchmark.Create(), SecretsBenchmark.Create() };
return await root.Parse(args).InvokeAsync();
