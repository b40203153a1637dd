using System.Text;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>The output of a test or a package, without the runner's own lines.</summary>
internal sealed class GoOutput
{
    private const int Most = 16 * 1024;

    private StringBuilder? _text;

    public int First { get; private set; }
    public int Last { get; private set; }
    public string Text => _text?.ToString() ?? "";

    public void Say(string output, int line)
    {
        var said = output.Trim();
        if (said.Length == 0)
        {
            // Blank lines end a stack.
            if (_text is { Length: > 0 and <= Most })
                _text.Append('\n');
            return;
        }
        if (said.StartsWith("=== ", StringComparison.Ordinal) || said.StartsWith("--- ", StringComparison.Ordinal))
            return;
        _text ??= new StringBuilder();
        if (_text.Length > Most)
        {
            // Its earlier log is useless when it panics.
            if (!GoMessages.IsPanic(said))
                return;
            _text.Clear();
            First = line;
        }
        _text.Append(output);
        (First, Last) = (First == 0 ? line : First, line);
    }

    public void Forget() => _text = null;
}

/// <summary>One run of one test.</summary>
internal sealed class GoTest
{
    public required string Package { get; init; }
    public required string Name { get; init; }

    /// <summary>The 1-based number of this run of the test within the package's run.</summary>
    public int Occurrence { get; init; } = 1;

    /// <summary>The 1-based number of its package's run.</summary>
    public int Session { get; init; } = 1;

    public GoOutput Output { get; } = new();
    public required int Line { get; init; }
    public int LastLine { get; set; }
    public bool Paused { get; set; }
    public bool Ended { get; set; }
    public TestOutcome Outcome { get; set; } = TestOutcome.NotRun;
    public double? Seconds { get; set; }

    /// <summary>Why the process died in it.</summary>
    public string? Message { get; set; }

    /// <summary>The full output about that, if it was not printed by this test.</summary>
    public string? Text { get; set; }

    /// <summary>It failed, or did not end, only because of a test inside it.</summary>
    public bool OnlyThroughSubtests { get; set; }

    /// <summary>A test that did not fail no longer needs its output.</summary>
    public void Settle()
    {
        if (!Outcome.IsFailure())
            Output.Forget();
    }
}

/// <summary>A package while its events are read.</summary>
internal sealed class GoPackage(string name)
{
    private Dictionary<string, GoTest> _open = new(StringComparer.Ordinal);
    private Dictionary<string, GoTest> _last = new(StringComparer.Ordinal);
    private List<GoTest> _session = [];
    private int _sessions = 1;

    public string Name => name;
    public GoOutput Output { get; private set; } = new();

    /// <summary>Its end has not been seen yet.</summary>
    public bool IsOpen { get; private set; }

    public void Take(JsonItem item, string action, int line)
    {
        // Output may come after a package's end.
        IsOpen |= action != "output" || _sessions == 1;
        if (item.Text("Test") is not { Length: > 0 } test)
        {
            if (action == "output")
                Output.Say(item.Text("Output") ?? "", line);
            return;
        }
        if (!_open.TryGetValue(test, out var running) && (running = Again(test, action, item, line)) is null)
            return;
        running.LastLine = line;
        switch (action)
        {
            case "output":
                running.Output.Say(item.Text("Output") ?? "", line);
                break;
            case "pause":
                running.Paused = true;
                break;
            case "cont":
                running.Paused = false;
                break;
            case "pass" or "fail" or "skip" or "bench":
                running.Outcome = action switch { "fail" => TestOutcome.Failed, "skip" => TestOutcome.Skipped, _ => TestOutcome.Passed };
                running.Seconds = item.Number("Elapsed");
                running.Ended = true;
                if (running.Outcome != TestOutcome.Failed)
                    running.Output.Forget();
                _open.Remove(test);
                break;
        }
    }

    /// <summary>An event of a test that is not running: either it begins, or the event comes after its end.</summary>
    /// <returns>The test that begins; null if none does.</returns>
    private GoTest? Again(string test, string action, JsonItem item, int line)
    {
        if (action == "run" || (action is "pass" or "fail" or "skip" && !_last.ContainsKey(test)))
            return Begin(test, line);
        if (action != "output")
            return null;
        var output = _last.TryGetValue(test, out var ended) && ended.Outcome == TestOutcome.Failed ? ended.Output : Output;
        output.Say(item.Text("Output") ?? "", line);
        return null;
    }

    private GoTest Begin(string test, int line)
    {
        var occurrence = (_last.GetValueOrDefault(test)?.Occurrence ?? 0) + 1;
        var begun = new GoTest { Package = name, Name = test, Line = line, LastLine = line, Occurrence = occurrence, Session = _sessions };
        _session.Add(begun);
        return _open[test] = _last[test] = begun;
    }

    /// <summary>The package ended: what follows is another run of it.</summary>
    public List<GoTest> End()
    {
        var session = _session;
        (_open, _last, _session, IsOpen) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal), [], false);
        _sessions++;
        return session;
    }

    /// <summary>Forgets the package's output of the run that ended.</summary>
    public void Clear() => Output = new GoOutput();
}
