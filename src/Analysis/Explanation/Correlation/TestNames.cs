using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Explanation.Correlation;

/// <summary>Finds the tests that a text names, out of those that ran now or earlier.</summary>
internal sealed partial class TestNames
{
    /// <summary>A name with fewer words may be part of any sentence.</summary>
    private const int FewestWords = 3;
    private const int MostInBraces = 20;

    private readonly Dictionary<string, List<string>> _byName = new(StringComparer.Ordinal);

    /// <summary>Names that are sentences, by their first word.</summary>
    private readonly Dictionary<string, List<(string[] Words, string Name, string Id)>> _sentences = new(StringComparer.Ordinal);

    public TestNames(IEnumerable<TestCase> tests, IEnumerable<string> earlierIds)
    {
        foreach (var id in tests.Select(t => t.Id).Concat(earlierIds).Distinct())
        {
            var at = id.LastIndexOf("::", StringComparison.Ordinal);
            var (className, name) = at < 0 ? ("", id) : (id[..at], id[(at + 2)..]);
            var shortClass = className[(className.LastIndexOf('.') + 1)..];
            foreach (var alias in new[] { id, name, $"{className} {name}", $"{shortClass}::{name}", $"{shortClass}.{name}", $"{className}.{name}",
                $"{className} › {name}" }.Concat(Shorter(className, name)).Distinct())
                Add(alias, id);
            AddSentence(name, id);
        }
    }

    /// <param name="text">The whole text; identifiers that begin or end with "test" are looked up.</param>
    /// <param name="spans">Pieces that the text quotes; each is looked up as a whole.</param>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> NamedIn(string text, IEnumerable<string> spans)
    {
        var named = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var candidate in spans.Concat(Identifier().Matches(text).Select(m => m.Value)).Concat(Tokens(text).SelectMany(Parts)).Distinct())
            if (candidate.Length >= 4 && _byName.TryGetValue(WithoutFile(candidate), out var ids) && IsName(candidate))
                named.TryAdd(candidate, ids);
        foreach (var (name, ids) in SentencesIn(text))
            named.TryAdd(name, ids);
        // TestY::test_z contains test_z too: the longer name covers it.
        foreach (var name in named.Keys.ToList())
            if (named.Any(other => other.Key.Length > name.Length && other.Key.Contains(name, StringComparison.Ordinal)
                && other.Value.All(named[name].Contains)))
                named.Remove(name);
        return named;
    }

    /// <summary>Whether a test's id contains a name as a whole, not as part of a longer word.</summary>
    public static bool HoldsWhole(string id, string name)
    {
        for (var at = name.Length == 0 ? -1 : id.IndexOf(name, StringComparison.Ordinal); at >= 0; at = id.IndexOf(name, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !IsOfWord(id[at - 1])) && (at + name.Length == id.Length || !IsOfWord(id[at + name.Length])))
                return true;
        return false;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    /// <summary>
    /// Short forms that people use for a test: without its parameters or the number of processors, by its parent for a subtest, as <c>Class.method</c> and
    /// <c>Class#method</c> without the namespace, by the method alone if that is distinctive enough.
    /// </summary>
    private static IEnumerable<string> Shorter(string className, string name)
    {
        if (name.IndexOfAny(['[', '(']) is var open and > 0 && !name[..open].Contains(' ', StringComparison.Ordinal))
            yield return name[..open];
        if (name.Contains('.', StringComparison.Ordinal) && Parameterised().Match(name) is { Success: true } parameterised)
            yield return parameterised.Groups["test"].Value;
        if (name.AsSpan().ContainsAny('/', '-') && Parent().Match(name) is { Success: true } parent)
            yield return parent.Groups["test"].Value;
        if (name.Contains(' ', StringComparison.Ordinal))
            yield break;
        var parts = $"{className}.{(name.IndexOf('(', StringComparison.Ordinal) is var at and > 0 ? name[..at] : name)}".Split('.',
            StringSplitOptions.RemoveEmptyEntries);
        if (parts is [.., var type, var method])
        {
            yield return $"{type}.{method}";
            yield return $"{type}#{method}";
            if (IsDistinct(method))
                yield return method;
        }
    }

    /// <summary>A name of several words that would not appear in prose by chance.</summary>
    private static bool IsDistinct(string name) => name.Length >= 10
        && name.Skip(1).Zip(name, (c, before) => (char.IsUpper(c) && char.IsLower(before)) || c is '_' or '.' or '#').Any(joins => joins);

    private void AddSentence(string name, string id)
    {
        if (!name.Contains(' ', StringComparison.Ordinal))
            return;
        string[] words = [.. Words.Of(name).Select(w => w.Text)];
        if (words.Length >= FewestWords)
            (_sentences.TryGetValue(words[0], out var those) ? those : _sentences[words[0]] = []).Add((words, name, id));
    }

    /// <summary>Names that are sentences, wherever their words appear one after another.</summary>
    private IEnumerable<(string Name, IReadOnlyList<string> Ids)> SentencesIn(string text)
    {
        if (_sentences.Count == 0)
            return [];
        var words = Words.Of(text);
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
            if (_sentences.TryGetValue(words[i].Text, out var those))
                foreach (var (sentence, name, id) in those)
                    if (i + sentence.Length <= words.Count && sentence.Index().All(s => words[i + s.Index].Text == s.Item))
                        (found.TryGetValue(name, out var ids) ? ids : found[name] = []).Add(id);
        return found.Select(f => (f.Key, (IReadOnlyList<string>)[.. f.Value.Distinct()]));
    }

    /// <summary>Words between spaces that are long and not plain: <c>parallel/test-blob</c>, <c>a.spec.ts</c>.</summary>
    private static IEnumerable<string> Tokens(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(t => t.Trim('`', '\'', '"', ',', '.', ':', ';', '(', ')'))
            .Where(t => t.Length >= 8 && (IsDistinct(t) || t.Any(c => !char.IsLetter(c))));

    /// <summary>The token, and the same token without a line number, arguments or a namespace.</summary>
    private static IEnumerable<string> Parts(string token)
    {
        yield return token;
        // TestRead/{empty,large}: each of them.
        if (token.IndexOf('{') is >= 0 and var open && token.IndexOf('}', open) is > 0 and var close && token.Contains(',', StringComparison.Ordinal))
            foreach (var one in token[(open + 1)..close].Split(',').Take(MostInBraces))
                yield return $"{token[..open]}{one.Trim()}{token[(close + 1)..]}";
        var bare = Behind().Replace(token, "");
        if (!IsDistinct(bare))
            yield break;
        if (bare.Contains('/', StringComparison.Ordinal))
        {
            // As in Jenkins' addresses: Namespace/Class/method/.
            if (bare.Split('/', StringSplitOptions.RemoveEmptyEntries) is [.., var folder, var last] && IsDistinct(last))
                yield return $"{folder}.{last}";
            yield break;
        }
        yield return bare;
        if (bare.Split('.') is [.., var type, var method] && IsDistinct($"{type}.{method}"))
        {
            yield return $"{type}.{method}";
            if (IsDistinct(method))
                yield return method;
        }
    }

    /// <summary>A single plain word does not name a test, even if a test has that name.</summary>
    private static bool IsName(string candidate) => candidate.Any(c => !char.IsLetter(c)) || candidate.Any(char.IsUpper);

    /// <summary><c>tests/e2e/test_x.py::TestY::test_z</c> is looked up as <c>TestY::test_z</c>.</summary>
    private static string WithoutFile(string candidate)
    {
        var at = candidate.IndexOf("::", StringComparison.Ordinal);
        return at > 0 && candidate[..at].Contains('/', StringComparison.Ordinal) ? candidate[(at + 2)..] : candidate;
    }

    private void Add(string alias, string id)
    {
        if (!_byName.TryGetValue(alias, out var ids))
            _byName[alias] = ids = [];
        ids.Add(id);
    }

    [GeneratedRegex(@"\b(?:test_\w+|\w+_test|Test\w+|\w+Test)(?:\[[^\]\s]{1,80}\])?", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Identifier();

    /// <summary>A line number or arguments after a name: <c>TestX.testY:68</c>, <c>testY(org.TestX)</c>.</summary>
    [GeneratedRegex(@"(?::\d+.*|\(.*)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Behind();

    /// <summary>googletest's <c>Instance/Suite.Test/0</c>.</summary>
    [GeneratedRegex(@"^(?:\w+/)?(?<test>\w+\.\w+)(?:/\w+)?$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Parameterised();

    /// <summary>Go's <c>TestX/case</c> and <c>BenchmarkX-8</c>.</summary>
    [GeneratedRegex(@"(?:^|[\s.:])(?<test>(?:Test|Benchmark|Fuzz|Example)[A-Z_]\w*)(?:/.*|-\d+)$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Parent();
}
