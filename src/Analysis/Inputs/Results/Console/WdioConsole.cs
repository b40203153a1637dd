using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// Reads WebdriverIO's spec reporter, whose lines begin with the browser and the worker (<c>[chrome 120 linux #0-0]</c>): the file after <c>»</c>, the tree of
/// tests, the counts, and each failure under <c>1) suite test</c>.
/// </summary>
internal sealed partial class WdioConsole(string source, string suite) : IConsoleReader
{
    private readonly List<Failure> _failures = [];
    private readonly Queue<(string Class, string Name)> _crosses = new();
    private readonly List<(int Indent, string Name)> _suites = [];
    private readonly Tally _tally = new();
    private string _worker = "";
    private string? _file;
    private Failure? _open;

    private sealed record Failure(string Browser, string? File, string ClassName, string Name, ConsoleSection Section);

    public IEnumerable<string> Needles => [" #"];
    public bool IsOpen => false;

    public void Feed(LogLine line)
    {
        if (Prefixed().Match(line.Text) is not { Success: true } prefixed)
            return;
        var (worker, text) = (prefixed.Groups["worker"].Value, prefixed.Groups["text"].Value);
        if (worker != _worker)
            (_worker, _open, _file, _) = (worker, null, null, Clear());
        if (text.StartsWith("» ", StringComparison.Ordinal))
            (_file, _) = (text[2..].Trim(), Clear());
        else if (Count().Match(text) is { Success: true } count)
            Take(count);
        else if (Numbered().Match(text) is { Success: true } numbered)
            Begin(prefixed.Groups["browser"].Value, numbered.Groups["name"].Value, line.Number);
        else if (_open is not null)
            _open.Section.Add(line with { Text = text });
        else if (Node().Match(text) is { Success: true } node)
            Tree(node);
    }

    public ConsoleCases Finish() => ConsoleCases.Of([.. _failures.Select(Case).DistinctBy(c => (c.Id, c.Variant))], _tally);

    private bool Clear()
    {
        _suites.Clear();
        _crosses.Clear();
        return true;
    }

    private void Take(Match count)
    {
        var n = Figure.Of(count.Groups["n"]);
        _tally.Add(count.Groups["what"].Value == "passing" ? n : 0, count.Groups["what"].Value is "skipped" or "pending" ? n : 0,
            count.Groups["what"].Value == "failing" ? n : 0);
    }

    /// <summary>The list is in the order of the tree, which knows where the suite's name ends.</summary>
    private void Begin(string browser, string name, int line)
    {
        var node = _crosses.TryDequeue(out var next) && name.EndsWith(next.Name, StringComparison.Ordinal) ? next : (Class: "", Name: name);
        _open = new Failure(browser, _file, node.Class, node.Name, new ConsoleSection(name, line));
        if (_failures.Count < ConsoleSection.MostFailing)
            _failures.Add(_open);
    }

    private void Tree(Match node)
    {
        var indent = node.Groups["indent"].Length;
        _suites.RemoveAll(s => s.Indent >= indent);
        if (!node.Groups["mark"].Success)
            _suites.Add((indent, node.Groups["name"].Value));
        else if (node.Groups["mark"].Value is "✖" or "×" && _crosses.Count < ConsoleSection.MostFailing)
            _crosses.Enqueue((string.Join(' ', _suites.Select(s => s.Name)), node.Groups["name"].Value));
    }

    /// <summary>The error appears twice: alone, and at the top of its stack.</summary>
    private TestCase Case(Failure failure)
    {
        var said = ScriptMessage.Of(failure.Section.Lines.Select(l => l.Text));
        var browser = string.Join(' ', failure.Browser.Split(' ').Where(w => !char.IsAsciiDigit(w[0])));
        return failure.Section.Case(source, suite, failure.ClassName, failure.Name, failure.File, said is [var first, var second, ..]
            && second.EndsWith(first, StringComparison.Ordinal) ? said.Skip(1) : said) with
        {
            Variant = browser,
            Scope = Hook().IsMatch(failure.Name) ? TestScope.Suite : TestScope.Test,
        };
    }

    [GeneratedRegex(@"^\[(?<browser>[^\]#]{1,120}?) (?<worker>#\d{1,5}-\d{1,5})\](?: (?<text>.*))?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Prefixed();

    [GeneratedRegex(@"^(?<n>\d{1,7}) (?<what>passing|failing|skipped|pending)(?: \([^)]{1,40}\))?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Count();

    [GeneratedRegex(@"^\d{1,5}\) (?<name>.+)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?<indent> {0,80})(?:(?<mark>[✓✖×-]) )?(?<name>\S.*)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Node();

    [GeneratedRegex("^\"(?:before|after) all\" hook", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Hook();
}
