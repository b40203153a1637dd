using System.Text.RegularExpressions;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Sources;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>
/// The names that the failing tests' code uses, those that the definitions of these names use, and so on: what a test may call, by names alone. Empty if no
/// source is known.
/// </summary>
internal sealed partial class ReachedNames
{
    public const int MostTests = 12;
    private const int MostSteps = 3;
    private const int MostNames = 3000;
    private const int Shortest = 3;
    private const int LongestLine = 1000;

    /// <summary>A name that more places define, such as <c>get</c>, leads anywhere.</summary>
    private const int MostPlaces = 3;

    private readonly Dictionary<string, double> _near = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SourceFile File, int Line)> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string By, SourceFile File, int Line)> _through = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _words = new(StringComparer.Ordinal);

    public ReachedNames(SourceTree sources, GroupFacts facts, SourceWords counts)
    {
        var finder = sources.Tests;
        if (finder.IsEmpty)
            return;
        var code = facts.Tests.DistinctBy(t => (t.ClassName, t.BaseName)).Take(MostTests)
            .SelectMany(finder.Of).Distinct().ToList();
        Read(code, counts);
        Follow(sources);
    }

    /// <summary>1 for a name in the tests' own code, 1/2 for one in what these use, and so on; 0 for one that they do not get to.</summary>
    public double this[string name] => _near.GetValueOrDefault(name);

    /// <summary>The words of the tests' code, for comparing it with what changed; words that all tests of a file have count less.</summary>
    public IReadOnlyDictionary<string, double> Words => _words;

    /// <summary>Where the tests' own code has the name; null if it does not.</summary>
    public Citation? Place(string name) => _places.TryGetValue(name, out var at) ? Cite(at.File, at.Line, name) : null;

    /// <summary>The name in the tests' own code whose definition uses this one, and where; null if none does.</summary>
    public (string By, Citation At)? Through(string name) =>
        _through.TryGetValue(name, out var at) ? (at.By, Cite(at.File, at.Line, name)) : null;

    public bool IsEmpty => _near.Count == 0;

    private void Read(List<TestCode> code, SourceWords counts)
    {
        foreach (var file in code.GroupBy(c => c.File))
        {
            var all = counts.Of(file.Key);
            foreach (var (word, own) in file.SelectMany(c => c.Lines).SelectMany(NameWords.Of).Where(w => !Tokens.IsCommon(w)).CountBy(w => w))
                _words[word] = Math.Max(_words.GetValueOrDefault(word), 1 / (1 + Math.Log(1 + Math.Max(0, all[word] - own))));
        }
        foreach (var part in code)
            foreach (var (line, i) in part.Lines.Select((l, i) => (l, i)))
                foreach (var name in Names(line))
                    if (_near.TryAdd(name, 1))
                        _places[name] = (part.File, part.First + i);
    }

    private void Follow(SourceTree sources)
    {
        var step = _near.Keys.ToList();
        for (var nearness = 0.5; nearness >= Math.Pow(0.5, MostSteps) && step.Count > 0; nearness /= 2)
        {
            var next = new List<string>();
            foreach (var (by, file, definition) in step.Select(n => (Name: n, Places: sources.Defined[n].ToList())).Where(d => d.Places.Count <= MostPlaces)
                .SelectMany(d => d.Places.Select(p => (d.Name, p.File, p.Definition))))
                for (var line = definition.First; line <= definition.Last; line++)
                    foreach (var name in Names(file.Lines[line - 1]))
                        if (_near.Count < MostNames && _near.TryAdd(name, nearness))
                        {
                            next.Add(name);
                            if (_places.ContainsKey(by))
                                _through[name] = (by, file, line);
                        }
            step = next;
        }
    }

    private static Citation Cite(SourceFile file, int line, string name) => Citation.OfLines($"{SourceTree.Folder}/{file.Path}", line, line, name);

    private static IEnumerable<string> Names(string line) =>
        line.Length > LongestLine ? [] : Name().Matches(line).Select(m => m.Value).Where(n => n.Length >= Shortest);

    [GeneratedRegex(@"[A-Za-z_$][\w$]*[?!]?", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Name();
}
