using System.Text;

namespace Whybot.Analysis.Results.Formats;

/// <summary>
/// <c>go test -json</c>: one event to a line. A test that began and never ended is an error: its process died. So is a package that fails although none
/// of its tests did: it does not build, or it ended by itself.
/// </summary>
internal sealed class GoTestFormat : IResultFormat
{
    private const int MostOutput = 16 * 1024;

    public string Name => "go test -json";

    public bool Recognises(ResultHead head) => head.Has("Action") && (head.Has("Package") || head.Has("ImportPath"));

    public void Read(Stream stream, ResultReading reading)
    {
        var open = new Dictionary<(string, string), Running>();
        var failed = new HashSet<string>(StringComparer.Ordinal);
        JsonLines.Each(stream, reading, (item, line) => Take(item, line, reading, open, failed));
        foreach (var ((package, test), running) in open.Where(o => o.Key.Item2.Length > 0 && o.Value.Began))
            reading.Add(running.End(reading, package, test, TestOutcome.Error, running.Last, null));
    }

    private static void Take(JsonItem item, int line, ResultReading reading, Dictionary<(string, string), Running> open, HashSet<string> failed)
    {
        var package = item.Text("Package") ?? (item.Text("ImportPath") ?? "").Split(' ')[0];
        var test = item.Text("Test") ?? "";
        if (!open.TryGetValue((package, test), out var running))
            open[(package, test)] = running = new Running(line);
        running.Last = line;
        switch (item.Text("Action"))
        {
            case "run":
                running.Began = true;
                break;
            case "output" or "build-output":
                running.Say(item.Text("Output") ?? "", line);
                break;
            case "pass" or "fail" or "skip" when test.Length > 0:
                open.Remove((package, test));
                var outcome = item.Text("Action") switch { "fail" => TestOutcome.Failed, "skip" => TestOutcome.Skipped, _ => TestOutcome.Passed };
                if (outcome == TestOutcome.Failed)
                    failed.Add(package);
                reading.Add(running.End(reading, package, test, outcome, line, item.Number("Elapsed")));
                break;
            case "fail" when failed.Add(package):
                reading.Add(running.End(reading, package, item.Text("FailedBuild") is null ? "[package]" : "[build failed]", TestOutcome.Error, line, item.Number("Elapsed")));
                break;
        }
    }

    /// <summary>A test, or a package, of which something was heard.</summary>
    private sealed class Running(int first)
    {
        private readonly StringBuilder _output = new();
        private int _saidFirst;
        private int _saidLast;

        public bool Began { get; set; }
        public int Last { get; set; }

        public void Say(string output, int line)
        {
            var said = output.Trim();
            if (said.Length == 0 || said.StartsWith("=== ", StringComparison.Ordinal) || said.StartsWith("--- ", StringComparison.Ordinal) || _output.Length > MostOutput)
                return;
            _output.Append(output);
            (_saidFirst, _saidLast) = (_saidFirst == 0 ? line : _saidFirst, line);
        }

        public TestCase End(ResultReading reading, string package, string test, TestOutcome outcome, int line, double? seconds)
        {
            var text = _output.ToString();
            var bad = outcome is TestOutcome.Failed or TestOutcome.Error;
            return reading.Case(package, test, outcome, first, line) with
            {
                Seconds = seconds,
                Failure = bad ? ResultReading.Failed(null, text.Length == 0 ? outcome == TestOutcome.Error ? "it did not end" : FailureMessages.Silent : Message(text), text, _saidFirst == 0 ? first : _saidFirst, _saidFirst == 0 ? line : _saidLast) : null,
            };
        }

        /// <summary>What a panic says, else what was logged, without the places.</summary>
        private static string Message(string text)
        {
            var lines = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l != "FAIL").ToList();
            var panic = lines.FindIndex(l => l.StartsWith("panic: ", StringComparison.Ordinal));
            return string.Join('\n', (panic >= 0 ? lines.Skip(panic).TakeWhile(l => !l.StartsWith("goroutine ", StringComparison.Ordinal)).Take(3) : lines.Take(12)).Select(GoLines.WithoutPlace));
        }
    }
}

/// <summary>Lines that Go tests log.</summary>
internal static partial class GoLines
{
    /// <summary><c>orders_test.go:19: expected 3</c> says <c>expected 3</c>.</summary>
    public static string WithoutPlace(string line) => Place().Replace(line, "");

    [System.Text.RegularExpressions.GeneratedRegex(@"^[\w.-]+\.go:\d+:(?:\s+|$)", System.Text.RegularExpressions.RegexOptions.CultureInvariant, 1000)]
    private static partial System.Text.RegularExpressions.Regex Place();
}
