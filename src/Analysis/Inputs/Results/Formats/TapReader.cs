using System.Globalization;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>Reads the lines of a file; it may contain several streams, one after another.</summary>
internal sealed class TapReader(ResultReading reading, bool isCut)
{
    private const int MostSaid = 60;
    private const int MostYaml = 400;
    private const string Subtest = "# Subtest:";

    private Stack<TapLevel> _levels = new([new TapLevel(0, null)]);
    private TapPoint? _last;
    private string? _subtest;
    private string _group = "";
    private bool _inYaml;
    private int _yamlIndent;
    private int _line;
    private bool _bailed;

    /// <summary>The previous line was the version: a comment now is tape's way of naming a test.</summary>
    private bool _afterVersion;
    private bool _groups;
    private bool _spoken;
    private bool _streamSpoken;
    private readonly List<string> _comments = [];
    private int _notOk;
    private int _points;
    private long _claimed;
    private int _claimLine;

    private TapLevel Top => _levels.Peek();

    public void Take(string line, int number)
    {
        if (_points > ReadLimits.MaxCases)
            return;
        _line = number;
        var indent = line.Length - line.TrimStart(' ', '\t').Length;
        var text = line[indent..];
        if (_inYaml && !(indent < _yamlIndent && IsTap(text)))
        {
            Yaml(line, indent, text);
            return;
        }
        if (_inYaml)
            reading.Problem(number, "a YAML block has no end");
        _inYaml = false;
        if (text.Length == 0)
            return;
        if (TapLines.Version().IsMatch(text))
            Version(indent);
        else if (TapLines.Plan().Match(text) is { Success: true } plan)
            Plan(plan, indent);
        else if (TapLines.Point().Match(text) is { Success: true } point)
            Point(point, indent);
        else if (text.StartsWith("Bail out!", StringComparison.OrdinalIgnoreCase))
            Bail(text["Bail out!".Length..].Trim());
        else if (text[0] == '#')
            Comment(text, indent);
        else if (text == "---" && _last is not null)
            (_inYaml, _yamlIndent) = (true, indent);
        else if (text == "}" && Top.Owner is not null)
            Close();
        else if (_last is { Ok: false } failed && indent > Top.Indent && failed.Said.Count < MostSaid)
            Said(failed, line);
        _afterVersion &= text[0] == '#' || TapLines.Version().IsMatch(text);
    }

    public void Finish()
    {
        if (_inYaml)
            reading.Problem(_line, "the text breaks off in a YAML block");
        if (isCut && _last is { } last && last.Line == _line)
            last.Cut = true;
        Stream();
        if (!_spoken)
            reading.Problem(1, "no test and no plan in it", ReadExtent.None);
        else if (_claimed > _notOk)
            reading.Problem(_claimLine, $"the summary counts {_claimed} failed, and {_notOk} {(_notOk == 1 ? "was" : "were")} read");
    }

    private static bool IsTap(string text) => TapLines.Point().IsMatch(text) || TapLines.Plan().IsMatch(text) || TapLines.Version().IsMatch(text);

    private void Said(TapPoint point, string line)
    {
        point.Said.Add(line.Trim());
        point.EndLine = _line;
    }

    private void Yaml(string line, int indent, string text)
    {
        if (text == "..." && indent <= _yamlIndent)
            _inYaml = false;
        else if (_last!.Yaml.Count < MostYaml)
            _last.Yaml.Add(indent >= _yamlIndent ? line[_yamlIndent..] : text);
        _last!.EndLine = _line;
    }

    private void Version(int indent)
    {
        // Inside a subtest it does not begin a stream.
        if (indent > 0)
            return;
        if (_spoken)
            Stream();
        (_afterVersion, _spoken, _streamSpoken) = (true, true, true);
    }

    private void Plan(Match plan, int indent)
    {
        var count = int.Parse(plan.Groups["count"].Value, CultureInfo.InvariantCulture);
        To(indent);
        if (Top.Plan is not null && Top.Indent == 0)
            Stream();
        (Top.Plan, Top.PlanLine, _spoken, _streamSpoken) = (count, _line, true, true);
        var why = plan.Groups["why"].Value is { Length: > 0 } told ? $" ({ResultReading.Short(told)})" : "";
        if (count == 0 && _levels.Count == 1)
            reading.Warn($"{reading.Source}:{_line}: the plan has no test{why}");
    }

    private void Point(Match match, int indent)
    {
        if (++_points > ReadLimits.MaxCases)
        {
            reading.Problem(_line, $"more than {ReadLimits.MaxCases:N0} tests; the rest of the file is not read");
            return;
        }
        To(indent);
        var number = int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : Top.LastNumber + 1;
        // Numbers that start again mean another stream.
        if (number == 1 && Top.Indent == 0 && Top.Points.Count > 0 && (Top.Plan <= Top.Points.Count || (Top.Plan is null && Top.LastNumber > 1)))
            Stream();
        var point = TapPoints.Of(match, number, _line, _groups && !match.Groups["dash"].Success ? _group : "", out var opens);
        point.EndLine = _line;
        point.Inside = Top.Waiting;
        if (!point.Ok)
            point.Said.AddRange(_comments);
        Top.Waiting = [];
        Top.Points.Add(point);
        (Top.LastNumber, _last, _subtest, _spoken, _streamSpoken) = (number, point, null, true, true);
        _notOk += point.Ok ? 0 : 1;
        _comments.Clear();
        if (opens && _levels.Count < ReadLimits.MaxDepth)
            _levels.Push(new TapLevel(indent + 4, point.Name) { Owner = point });
    }

    /// <summary>Closes the deeper levels, or opens one.</summary>
    private void To(int indent)
    {
        while (_levels.Count > 1 && Top.Indent > indent)
            Close();
        if (indent > Top.Indent && Top.Owner is null && _levels.Count < ReadLimits.MaxDepth)
            _levels.Push(new TapLevel(indent, _subtest));
        _subtest = null;
    }

    /// <param name="unended">No point sums it up: the text ends inside it.</param>
    private void Close(bool unended = false)
    {
        var level = _levels.Pop();
        Check(level, level.Owner?.Name ?? level.Name);
        level.Points.AddRange(level.Waiting);
        if (level.Owner is { } owner)
            owner.Inside = level.Points;
        else if (unended && level is { Name: { } name, Points: [var first, ..] })
            Top.Waiting.Add(new TapPoint { Name = name, Ok = true, Line = first.Line, EndLine = _line, Inside = level.Points });
        else
            Top.Waiting.AddRange(level.Points);
    }

    private void Comment(string text, int indent)
    {
        if (text.StartsWith(Subtest, StringComparison.Ordinal))
        {
            // Earlier comments belong to it only if nothing else came between.
            var name = text[Subtest.Length..].Trim();
            To(indent);
            _subtest = name;
            return;
        }
        if (TapLines.FailCount().Match(text) is { Success: true } fail && indent == 0)
            (_claimed, _claimLine) = (_claimed + long.Parse(fail.Groups["count"].Value, CultureInfo.InvariantCulture), _line);
        if (TapLines.Died().Match(text) is { Success: true } died)
            reading.Outside(TestScope.Run, "test script", null, died.Value[1..].Trim(), "", _line, _line);
        if (TapLines.Summary().IsMatch(text))
            return;
        var said = text[1..].Trim();
        _groups |= _afterVersion && indent == 0;
        if (_last is { Ok: false, Yaml.Count: 0 } failed && failed.EndLine == _line - 1 && failed.Said.Count < MostSaid)
            Said(failed, text[1..]);
        else if (_groups && indent == 0 && said.Length > 0)
            _group = said;
        else if (_comments.Count < MostSaid)
            _comments.Add(text[1..]);
    }

    private void Bail(string why)
    {
        // A subtest's bail-out is repeated by the stream around it.
        if (_bailed)
            return;
        (_bailed, _spoken) = (true, true);
        reading.Outside(TestScope.Run, "Bail out!", null, why.Length > 0 ? why : "the run bailed out, and does not say why", "", _line, _line);
    }

    /// <summary>The end of a stream: its plan, and the tests in it.</summary>
    private void Stream()
    {
        while (_levels.Count > 1)
        {
            if (Top.Owner is null && Top.Points.Count > 0 && !_bailed)
                reading.Problem(_line, $"the text breaks off in the subtest {ResultReading.Short(Top.Name ?? Top.Points[^1].Name)}");
            Close(unended: true);
        }
        var stream = Top;
        Check(stream, null);
        foreach (var point in stream.Points.Concat(stream.Waiting))
            TapCases.Add(point, "", todo: false, cancelled: false, isWhole: stream.Plan <= stream.Points.Count, reading);
        _levels = new([new TapLevel(0, null)]);
        (_last, _subtest, _group, _groups, _bailed, _streamSpoken) = (null, null, "", false, false, false);
        _comments.Clear();
    }

    private void Check(TapLevel level, string? name)
    {
        var of = name is null ? "the plan" : $"the plan of the subtest {ResultReading.Short(name)}";
        if (level.Plan > level.Points.Count)
            reading.Problem(level.PlanLine, $"{of} has {level.Plan} tests, and {level.Points.Count} were read");
        else if (level.Plan is null && level.Indent == 0 && _streamSpoken && !_bailed)
            reading.Problem(_line, "there is no plan: the text may break off here");
    }
}
