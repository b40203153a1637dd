using System.Text;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// <c>go test -json</c>, also as written by gotestsum: one event per line.
/// <list type="bullet">
/// <item>A package that fails although none of its tests did could not be built, or ended by itself: a failure of the package.</item>
/// <item>A test that began but never ended is the failed one if its process died and no other test can be the reason. Other tests that were running at the same
/// time did not end.</item>
/// <item>A test that failed only through its subtests is not counted: the subtest is the failure. One that passed is counted, with its subtests.</item>
/// <item>A package that starts again after its end (<c>gotestsum --rerun-fails</c>) retries its tests. A test that runs again before that end (<c>-count</c>)
/// is another run of it, and a failure of any of them is a failure.</item>
/// </list>
/// </summary>
internal sealed class GoTestFormat : IResultFormat
{
    public string Name => "go test -json";

    public TestRunner Runner => TestRunner.Go;

    public bool Recognises(ResultHead head) => head.Has("Action") && (head.Has("Package") || head.Has("ImportPath"));

    public void Read(Stream stream, ResultReading reading)
    {
        reading.TriesAreTold = true;
        var run = new GoRun(reading);
        JsonLines.Each(stream, reading, run.Take, run.Stray);
        run.Finish();
    }
}

/// <summary>The events of a file.</summary>
internal sealed class GoRun(ResultReading reading)
{
    private const int MostBuildOutput = 16 * 1024;
    private const string NotBuilt = "the package did not build, and the file does not say why";

    private readonly Dictionary<string, GoPackage> _packages = new(StringComparer.Ordinal);
    private readonly List<GoTest> _tests = [];
    private readonly GoBuilds _builds = new(MostBuildOutput);
    private int _last;

    public void Take(JsonItem item, int line)
    {
        _last = line;
        var action = item.Text("Action");
        if (item.Text("ImportPath") is { } import && action is "build-output" or "build-fail")
        {
            _builds.Take(import, action, item.Text("Output") ?? "", line);
            return;
        }
        if (item.Text("Package") is not { Length: > 0 } name)
            return;
        if (action is null)
        {
            reading.Problem(line, "an event of a package without an action");
            return;
        }
        if (!_packages.TryGetValue(name, out var package))
            _packages[name] = package = new GoPackage(name);
        package.Take(item, action, line);
        if (item.Text("Test") is not { Length: > 0 } && action is "pass" or "fail" or "skip")
            End(package, action == "fail", item, line);
    }

    /// <summary>What go prints as plain text, because there is no package to attribute it to.</summary>
    public void Stray(string text, int line) => _builds.Stray(text, line);

    public void Finish()
    {
        foreach (var package in _packages.Values.Where(p => p.IsOpen))
            Unended(package);
        foreach (var (package, text, line, last) in _builds.Unclaimed(_packages.Keys))
            reading.Outside(TestScope.Suite, package, null, GoMessages.OfBuild(text), text.Length == 0 ? NotBuilt : text, line, last);
        // Its package's own end would show whether that was an error or a warning.
        if (_builds.Unended(_packages.Keys) is { } unended)
            reading.Problem(_last, $"the events end behind what the compiler said of {unended}");
        GoTries.Add(_tests, reading);
    }

    private void End(GoPackage package, bool failed, JsonItem item, int line)
    {
        var session = package.End();
        if (failed)
        {
            var death = GoDeath.Explain(package, session, onlyIfSaid: false);
            if (death.IsOfPackage || !session.Exists(t => t.Outcome.IsFailure()))
                Package(package, item.Text("FailedBuild"), death.Text, line);
        }
        else if (session.Find(t => !t.Ended) is { } open)
            reading.Problem(line, $"the package {package.Name} ended before its test {ResultReading.Short(open.Name)} did");
        Keep(package, session);
    }

    private void Package(GoPackage package, string? build, string? said, int line)
    {
        var notBuilt = build is not null || GoMessages.IsNotBuilt(package.Output.Text);
        if (_builds.Of(build, package.Name, notBuilt) is { } built)
        {
            reading.Outside(TestScope.Suite, package.Name, null, GoMessages.OfBuild(built.Text) ?? NotBuilt, built.Text, built.Line, built.Last);
            return;
        }
        var (output, text) = (package.Output, said ?? package.Output.Text);
        var message = GoMessages.OfPackage(text) ?? (notBuilt ? NotBuilt : "the package failed, and no test of it did");
        reading.Outside(TestScope.Suite, package.Name, null, message, text, output.First == 0 ? line : output.First, output.First == 0 ? line : output.Last);
    }

    /// <summary>The file, or the process, ended before the package did, so its outcome is unknown.</summary>
    private void Unended(GoPackage package)
    {
        var session = package.End();
        var running = GoDeath.Running(session);
        var names = string.Join(", ", running.Take(3).Select(t => ResultReading.Short(t.Name)));
        var was = running.Count == 0 ? "" : $"; {names} {(running.Count == 1 ? "was" : "were")} running";
        var death = GoDeath.Explain(package, session, onlyIfSaid: true);
        if (death.IsOfPackage)
            Package(package, null, death.Text, _last);
        reading.Problem(_last, $"the events end before the package {package.Name} does{was}");
        Keep(package, session);
    }

    private void Keep(GoPackage package, List<GoTest> session)
    {
        package.Clear();
        GoParents.Mark(session);
        session.ForEach(t => t.Settle());
        _tests.AddRange(session);
    }
}

/// <summary>The compiler's output, by what it compiled.</summary>
internal sealed class GoBuilds(int most)
{
    private sealed class Build(int line)
    {
        public StringBuilder Text { get; } = new();
        public int Line { get; } = line;
        public int Last { get; set; } = line;
        public bool Failed { get; set; }
        public bool Told { get; set; }

        /// <summary>It was mentioned in Go's own events, not only in lines between them.</summary>
        public bool Heard { get; set; }
    }

    private readonly Dictionary<string, Build> _builds = new(StringComparer.Ordinal);
    private string? _strayOf;

    public void Take(string import, string action, string output, int line)
    {
        var build = Of(import, line);
        build.Heard = true;
        build.Failed |= action == "build-fail";
        if (action == "build-output")
            Say(build, output, line);
    }

    /// <summary><c># package [package.test]</c>, the compiler's lines below it, and <c>FAIL package [build failed]</c>.</summary>
    public void Stray(string text, int line)
    {
        if (text.StartsWith("# ", StringComparison.Ordinal))
        {
            _strayOf = text[2..].Split(' ')[0];
            Of(_strayOf, line);
        }
        else if (text.StartsWith("FAIL\t", StringComparison.Ordinal) || text.StartsWith("FAIL ", StringComparison.Ordinal))
        {
            var parts = text[5..].TrimStart().Split([' ', '\t'], 2);
            if (parts is [{ Length: > 0 } package, var why] && why.Contains("failed]", StringComparison.Ordinal))
                Of(package, line).Failed = true;
            _strayOf = null;
        }
        else if (_strayOf is not null)
            Say(Of(_strayOf, line), text + "\n", line);
    }

    /// <returns>The output of building a package; null for none.</returns>
    /// <param name="build">The event's <c>FailedBuild</c>.</param>
    /// <param name="notBuilt">Its package says that it was not built, so the output is the reason and not just a warning.</param>
    public (string Text, int Line, int Last)? Of(string? build, string package, bool notBuilt)
    {
        var found = build is not null && _builds.TryGetValue(build, out var named) ? named : _builds.GetValueOrDefault(package) ?? OfPackage(package);
        if (found is null || !(found.Failed || (notBuilt && found.Text.Length > 0)))
            return null;
        found.Told = true;
        return (found.Text.ToString(), found.Line, found.Last);
    }

    /// <summary>Failed builds that no package refers to.</summary>
    public IEnumerable<(string Package, string Text, int Line, int Last)> Unclaimed(IReadOnlyCollection<string> packages) =>
        _builds.Where(b => b.Value is { Failed: true, Told: false } && !packages.Contains(PackageOf(b.Key)))
            .Select(b => (PackageOf(b.Key), b.Value.Text.ToString(), b.Value.Line, b.Value.Last));

    /// <summary>A package that only the compiler mentioned.</summary>
    public string? Unended(IReadOnlyCollection<string> packages) =>
        _builds.Where(b => b.Value is { Failed: false, Told: false, Heard: true }).Select(b => PackageOf(b.Key)).FirstOrDefault(p => !packages.Contains(p));

    /// <summary>The first build of that package, whatever its import path.</summary>
    private Build? OfPackage(string package) => _builds.FirstOrDefault(b => PackageOf(b.Key) == package).Value;

    private Build Of(string import, int line) => _builds.TryGetValue(import, out var build) ? build : _builds[import] = new Build(line);

    private void Say(Build build, string output, int line)
    {
        // The header names the package, which is already known.
        if (output.StartsWith("# ", StringComparison.Ordinal) || build.Text.Length + output.Length > most)
            return;
        build.Text.Append(output);
        build.Last = line;
    }

    /// <summary><c>shop/cart [shop/cart.test]</c> and <c>shop/cart.test</c> belong to <c>shop/cart</c>.</summary>
    private static string PackageOf(string import)
    {
        var package = import.Split(' ')[0];
        package = package.EndsWith(".test", StringComparison.Ordinal) ? package[..^5] : package;
        return package.EndsWith("_test", StringComparison.Ordinal) && import.Contains('[', StringComparison.Ordinal) ? package[..^5] : package;
    }
}
