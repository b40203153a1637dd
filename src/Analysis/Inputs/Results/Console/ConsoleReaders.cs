using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>The readers of all runners, for the lines of one process.</summary>
internal sealed class ConsoleReaders(string source, string suite)
{
    private static readonly NeedleIndex Needles = new([.. All("", "").Select(r => r.Needles), JobErrors.Needles]);

    private readonly IConsoleReader[] _readers = All(source, suite);

    /// <summary>Whether any reader, or the reader of the job's own errors, needs a line.</summary>
    public static bool HasUse(ReadOnlySpan<char> line) => Needles.In(line) != 0;

    /// <summary>At least one reader wants every line.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>A pattern that takes too long on a line of outside text counts as not matching: the rest of the log is worth more than that line.</summary>
    public void Feed(LogLine line)
    {
        IsOpen = false;
        var wanted = Needles.In(line.Text);
        var holder = line.Text.StartsWith("##[", StringComparison.Ordinal) ? null : Array.Find(_readers, r => r.Holds);
        for (var i = 0; i < _readers.Length; i++)
        {
            try
            {
                if ((holder is null || holder == _readers[i]) && (_readers[i].IsOpen || (wanted >> i & 1) != 0))
                    _readers[i].Feed(line);
            }
            catch (RegexMatchTimeoutException)
            {
                // The line is skipped; a reader that waits for more continues with the next one.
            }
            IsOpen |= _readers[i].IsOpen;
        }
    }

    public IEnumerable<ConsoleCases> Finish() => _readers.Select(r => r.Finish().Distinct().By(r.Runner));

    internal static IConsoleReader[] All(string source, string suite) =>
    [
        new PytestConsole(source, suite), new UnittestConsole(source, suite), .. Script(source, suite), .. Ruby(source, suite),
            new CoverageConsole(source, suite),
        new GoTestConsole(source, suite), new DotnetTestConsole(source, suite), new ProveConsole(source, suite), new TapConsole(source, suite),
        new SurefireConsole(source, suite), new CTestConsole(source, suite), new XCTestConsole(source, suite), new RobotConsole(source, suite),
        new TestingPlatformConsole(source, suite), .. Runner.All.Select(r => new PatternConsole(r, source, suite)),
    ];

    private static IEnumerable<IConsoleReader> Script(string source, string suite) =>
    [
        new JestConsole(source, suite), new VitestConsole(source, suite), new MochaConsole(source, suite), new KarmaConsole(source, suite),
            new PlaywrightConsole(source, suite),
        new NodeTestConsole(source, suite), new AvaConsole(source, suite), new BunConsole(source, suite), new JasmineConsole(source, suite),
            new WdioConsole(source, suite),
        new TestCafeConsole(source, suite),
    ];

    private static IEnumerable<IConsoleReader> Ruby(string source, string suite) => [new MinitestConsole(source, suite), new TestUnitConsole(source, suite)];
}
