namespace Whybot.Analysis.Results.Formats;

/// <summary>
/// The JSON reporter of Dart and Flutter (protocol 0.1): one event to a line. Hidden tests load the files; they count only where they fail. A test that
/// began and never ended is an error.
/// </summary>
internal sealed class DartFormat : IResultFormat
{
    private sealed record Begun(string Name, long Suite, string? Url, int Line, double At)
    {
        public string? Error { get; set; }
        public string Stack { get; set; } = "";
        public int ErrorLine { get; set; }
    }

    public string Name => "Dart JSON";

    public bool Recognises(ResultHead head) => head.Has("protocolVersion", "type") || (head.Has("type", "time") && (head.Has("suite") || head.Has("test") || head.Has("testID")));

    public void Read(Stream stream, ResultReading reading)
    {
        var suites = new Dictionary<long, string>();
        var open = new Dictionary<long, Begun>();
        JsonLines.Each(stream, reading, (item, line) =>
        {
            switch (item.Text("type"))
            {
                case "suite" when item["suite"] is { } suite:
                    suites[Id(suite, "id")] = (suite.Text("path") ?? "").Replace('\\', '/');
                    break;
                case "testStart" when item["test"] is { } test:
                    open[Id(test, "id")] = new Begun(test.Text("name") ?? "", Id(test, "suiteID"), test.Text("root_url") ?? test.Text("url"), line, item.Number("time") ?? 0);
                    break;
                case "error" when open.TryGetValue(Id(item, "testID"), out var failing):
                    failing.Error ??= item.Text("error") ?? "";
                    (failing.Stack, failing.ErrorLine) = failing.ErrorLine == 0 ? (item.Text("stackTrace") ?? "", line) : (failing.Stack, failing.ErrorLine);
                    break;
                case "testDone" when open.Remove(Id(item, "testID"), out var done):
                    var outcome = item.Flag("skipped") ? TestOutcome.Skipped : item.Text("result") switch { "failure" => TestOutcome.Failed, "error" => TestOutcome.Error, _ => TestOutcome.Passed };
                    if (!item.Flag("hidden") || outcome is TestOutcome.Failed or TestOutcome.Error)
                        reading.Add(Case(reading, suites, done, outcome, line, (item.Number("time") - done.At) / 1000));
                    break;
            }
        });
        foreach (var left in open.Values.Where(o => !o.Name.StartsWith("loading ", StringComparison.Ordinal)))
            reading.Add(Case(reading, suites, left, TestOutcome.Error, left.Line, null));
    }

    private static long Id(JsonItem item, string name) => (long)(item.Number(name) ?? -1);

    private static TestCase Case(ResultReading reading, Dictionary<long, string> suites, Begun test, TestOutcome outcome, int line, double? seconds)
    {
        var path = suites.GetValueOrDefault(test.Suite, "");
        var said = test.Error ?? (outcome == TestOutcome.Error ? "the test did not end" : "");
        return reading.Case(path, test.Name, outcome, test.Line, line) with
        {
            File = path.Length > 0 ? path : null,
            Seconds = seconds,
            Failure = outcome is TestOutcome.Failed or TestOutcome.Error
                ? ResultReading.Failed(null, said, $"{said}\n{test.Stack}".Trim(), test.ErrorLine == 0 ? line : test.ErrorLine, test.ErrorLine == 0 ? line : test.ErrorLine) : null,
        };
    }
}
