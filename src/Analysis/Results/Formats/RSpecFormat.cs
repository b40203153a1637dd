namespace Whybot.Analysis.Results.Formats;

/// <summary>RSpec's JSON formatter: <c>examples[]</c> with file_path, full_description, status, run_time, exception; errors outside of examples are only told in <c>messages</c>.</summary>
internal sealed class RSpecFormat : IResultFormat
{
    public string Name => "RSpec JSON";

    public bool Recognises(ResultHead head) => head.Has("examples") && (head.Has("summary") || head.Has("version") || head.Has("summary_line"));

    public void Read(Stream stream, ResultReading reading)
    {
        var root = JsonItem.Read(JsonItem.Bytes(stream), out var broken);
        foreach (var example in root?["examples"]?.Items ?? [])
            reading.Add(Case(example, reading));
        if (root?["summary"]?.Number("errors_outside_of_examples_count") is > 0 && root["messages"] is { Items: [var message, ..] })
            reading.Add(reading.Case("", "error outside of examples", TestOutcome.Error, message.Line, message.Line) with
            {
                Failure = ResultReading.Failed(null, null, (message.Value ?? "").Trim(), message.Line, message.Line),
            });
        reading.Took(root?["summary"]?.Number("duration"));
        if (broken is not null)
            throw broken;
    }

    private static TestCase Case(JsonItem example, ResultReading reading)
    {
        var file = example.Text("file_path") is { } path ? path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path : null;
        var outcome = example.Text("status") switch { "failed" => TestOutcome.Failed, "pending" => TestOutcome.Skipped, _ => TestOutcome.Passed };
        var exception = example["exception"];
        var message = exception?.Text("message")?.Trim();
        var backtrace = string.Join('\n', (exception?["backtrace"]?.Items ?? []).Select(l => l.Value));
        return reading.Case(file ?? "", example.Text("full_description") ?? example.Text("description") ?? "", outcome, example.Line, example.EndLine) with
        {
            File = file,
            Seconds = example.Number("run_time"),
            Failure = outcome == TestOutcome.Failed
                ? ResultReading.Failed(exception?.Text("class"), message, $"{message}\n{backtrace}".Trim(), exception?.Line ?? example.Line, exception?.EndLine ?? example.EndLine) : null,
        };
    }
}
