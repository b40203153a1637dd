using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Inputs.Sources;

/// <summary>Lines of a test's code.</summary>
/// <param name="First">1-based.</param>
internal sealed record TestCode(SourceFile File, int First, int Last)
{
    public IEnumerable<string> Lines => File.Lines.Skip(First - 1).Take(Last - First + 1);
}

/// <summary>
/// Finds the code of failing tests: by the stack, by the name of a function, or by a title in quotes (<c>it("adds up", …)</c>, <c>TEST(Cart, AddsUp)</c>).
/// </summary>
internal sealed partial class TestCodeFinder(SourceTree sources)
{
    private const int ShortestTitle = 3;

    /// <summary>A line with a title that begins no block belongs to a longer program: so many lines before and after it are taken.</summary>
    private const int Beside = 8;

    private const int MostPlaces = 2;

    /// <summary>Longer blocks are whole classes.</summary>
    private const int Longest = 300;

    private readonly List<SourceFile> _tests = [.. sources.Files.Where(f => PathKinds.IsTest(f.Path))];
    private ILookup<string, (SourceFile File, Definition Definition)>? _named;
    private List<(SourceFile File, int Line, string Title)>? _titled;

    public bool IsEmpty => _tests.Count == 0;

    /// <summary>By its name, by the places that its failure names, and the data files that it names.</summary>
    public IReadOnlyList<TestCode> Of(TestCase test)
    {
        if (IsEmpty)
            return [];
        var own = test.File is { } file ? sources.Find(file) : null;
        var found = ByName(test).Concat(ByTitle(test)).ToList();
        if (own is not null && found.Any(c => c.File == own))
            found.RemoveAll(c => c.File != own);
        var frames = StackFrames.Of(test.Failure!.Text).Select(f => f.Frame).Where(f => !f.Library).ToList();
        var places = (frames.Count > 0 ? frames : SourcePlaces.In(test.Failure.Text)).Where(f => f.Line > 0).Select(ByPlace).OfType<TestCode>()
            .Where(p => !found.Any(f => f.File == p.File && f.First <= p.First && p.Last <= f.Last));
        return [.. found.Take(MostPlaces), .. places.Distinct().Take(MostPlaces), .. Data(test)];
    }

    /// <summary>Tests that run over files of cases have the file in their name.</summary>
    private IEnumerable<TestCode> Data(TestCase test) => FileName().Matches(test.Name).Select(m => sources.Find(m.Value)).OfType<SourceFile>()
        .Where(f => PathKinds.IsTest(f.Path)).Distinct().Take(1).Select(f => Code(f, 1, f.Lines.Count));

    private IEnumerable<TestCode> ByName(TestCase test)
    {
        _named ??= _tests.SelectMany(f => f.Definitions.Select(d => (File: f, Definition: d))).ToLookup(d => d.Definition.Name, StringComparer.Ordinal);
        var name = Identifier().Match(test.BaseName).Value;
        var found = name.Length < ShortestTitle || name.Length < test.BaseName.Split('/')[0].Length ? [] : _named[name].ToList();
        // Many classes may have a test of this name.
        var near = found.Where(d => d.File.Around(d.Definition.First).Any(o => o.Name != name && test.ClassName.EndsWith(o.Name, StringComparison.Ordinal)))
            .ToList();
        return (near.Count > 0 ? near : found.Count <= 3 ? found : []).Select(d => Code(d.File, d.Definition.First, d.Definition.Last));
    }

    /// <summary>The longest titles that the test's name ends with; runners put those of the groups in front.</summary>
    private IEnumerable<TestCode> ByTitle(TestCase test)
    {
        _titled ??= [.. _tests.SelectMany(Titles)];
        var name = Numbered().Replace(test.BaseName, "").Trim();
        var fits = _titled.Where(t => name.EndsWith(t.Title, StringComparison.Ordinal)).ToList();
        var longest = fits.Count == 0 ? 0 : fits.Max(t => t.Title.Length);
        var best = fits.Where(t => t.Title.Length == longest).ToList();
        return best.Count > 3 ? [] : best.Select(t => Block(t.File, t.Line));
    }

    private static IEnumerable<(SourceFile File, int Line, string Title)> Titles(SourceFile file)
    {
        for (var i = 0; i < file.Lines.Count; i++)
            foreach (Match match in Title().Matches(file.Lines[i]))
                if (match.Groups["text"].Value.Trim() is { Length: >= ShortestTitle } title)
                    yield return (file, i + 1, title);
    }

    private TestCode? ByPlace(StackFrame frame) => sources.Find(frame.Path) is { } file && PathKinds.IsTest(file.Path) && frame.Line <= file.Lines.Count
        ? file.Around(frame.Line).LastOrDefault() is { } inside && inside.Last - inside.First <= Longest ? Code(file, inside.First, inside.Last)
            : Code(file, Math.Max(1, frame.Line - Beside), Math.Min(file.Lines.Count, frame.Line + 1)) : null;

    private static TestCode Block(SourceFile file, int line)
    {
        var last = Definition.End(file.Lines, line - 1) + 1;
        return last > line ? Code(file, line, last) : Code(file, Math.Max(1, line - Beside), Math.Min(file.Lines.Count, line + Beside));
    }

    private static TestCode Code(SourceFile file, int first, int last) => new(file, first, Math.Min(last, first + Longest));

    [GeneratedRegex(@"[\w./-]{1,200}\.\w{1,10}", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^[A-Za-z_]\w*", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Identifier();

    /// <summary>What minitest's specs put in front of a title.</summary>
    [GeneratedRegex(@"^test_\d{4}_", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Numbered();

    [GeneratedRegex("""'(?<text>(?:[^'\\\n]|\\.){3,200})'|"(?<text>(?:[^"\\\n]|\\.){3,200})"|`(?<text>(?:[^`\\\n]|\\.){3,200})`|\bTEST\w*\s*\(\s*\w+\s*,\s*(?<text>\w+)\s*\)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Title();
}
