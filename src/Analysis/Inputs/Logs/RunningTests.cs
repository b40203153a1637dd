using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Redaction;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>Tracks which tests have started but not ended, from the lines in which a runner reports it.</summary>
internal sealed partial class RunningTests
{
    /// <summary>More tests never run at the same time; a runner that does not report the end of its tests fills the list.</summary>
    private const int Most = 200;
    private const int MostOfName = 200;

    private readonly List<string> _running = [];
    private bool _next;

    /// <summary>The one that started last; null if none is running.</summary>
    public string? Last => _running.Count > 0 ? Excerpts.Cut(Secrets.Redact(_running[^1]), MostOfName) : null;

    /// <param name="head">See <see cref="RuleIndex.Head"/>.</param>
    public void Feed(string text, ReadOnlySpan<char> head)
    {
        if (_next && text.Length > 0)
        {
            _next = false;
            Start(Named().Replace(text, "").Trim());
            return;
        }
        foreach (var number in TurnRule.Index.Candidates(text, head))
            if (TurnRule.All[number] is var rule && rule.Find(text) is { } found)
            {
                Take(rule.Does, found.Groups["name"].Value.Trim());
                return;
            }
    }

    private void Take(TurnRole role, string name)
    {
        switch (role)
        {
            case TurnRole.Start:
                Start(name);
                break;
            case TurnRole.End:
                _running.Remove(name);
                break;
            case TurnRole.EndOfLast when _running.Count > 0:
                _running.RemoveAt(_running.Count - 1);
                break;
            case TurnRole.Next:
                _next = true;
                break;
        }
    }

    private void Start(string name)
    {
        if (name.Length == 0)
            return;
        _running.Remove(name);
        if (_running.Count == Most)
            _running.RemoveAt(0);
        _running.Add(name);
    }

    /// <summary>Text around the name in such a list: <c>[ERROR] shop.OrdersTest</c>, <c>⇥TestOrders (10m0s)</c>.</summary>
    [GeneratedRegex(@"^\s*(?:\[ERROR\] )?|\s\([\d.hms]{1,20}\)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Named();
}
