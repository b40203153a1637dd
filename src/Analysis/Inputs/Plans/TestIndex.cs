using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Analysis.Inputs.Plans;

/// <summary>
/// Reads a Markdown index of tests as people write them. Headings give category, priority (<c>Priority 1</c>, <c>P1</c>) and value at risk (<c>$120K+ MRR</c>).
/// A table row, a list item or a paragraph that names a test file is a suite, with what the row or item itself says about priority, category, value and number
/// of tests.
/// </summary>
public static partial class TestIndex
{
    private const int MaxCharacters = 512 * 1024;
    private const int MaxSuites = 500;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <param name="text">Markdown; only the first 512 K characters are read.</param>
    /// <returns>In the order of the index, each file once.</returns>
    public static IReadOnlyList<IndexedSuite> Read(string text)
    {
        MarkdownDocument tree;
        try
        {
            tree = Markdown.Parse(text.Length <= MaxCharacters ? text : text[..MaxCharacters], Pipeline);
        }
        catch (ArgumentException)
        {
            // Nested too deeply for the parser.
            return [];
        }
        var reading = new Reading();
        foreach (var block in tree)
            reading.Enter(block);
        return [.. reading.Found.DistinctBy(s => s.File).Take(MaxSuites)];
    }

    private sealed class Reading
    {
        private readonly Facts?[] _headings = new Facts?[7];

        public List<IndexedSuite> Found { get; } = [];

        public void Enter(Block block)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    Array.Clear(_headings, heading.Level, _headings.Length - heading.Level);
                    _headings[heading.Level] = Facts.Of(TextOf(heading), heading: true);
                    break;
                case Table table:
                    EnterTable(table);
                    break;
                case ListBlock or QuoteBlock:
                    foreach (var inner in (ContainerBlock)block)
                        Enter(inner);
                    break;
                case ListItemBlock item:
                    // "1. **Priority 1** - …" with the file in a nested list: what the item says applies to everything in it.
                    var own = item.OfType<ParagraphBlock>().Select(p => Facts.Of(TextOf(p), heading: !File().IsMatch(TextOf(p)))).FirstOrDefault();
                    var before = _headings[6];
                    _headings[6] = own is null ? before : own.Or(before ?? Facts.None);
                    foreach (var inner in item)
                        Enter(inner);
                    _headings[6] = before;
                    break;
                case LeafBlock leaf:
                    Add(TextOf(leaf), leaf.Line + 1);
                    break;
            }
        }

        private void EnterTable(Table table)
        {
            var rows = table.OfType<TableRow>().Select(r => (r.Line, Cells: r.OfType<TableCell>()
                .Select(c => string.Join(' ', c.OfType<LeafBlock>().Select(TextOf))).ToList())).ToList();
            var names = rows.Count > 0 ? rows[0].Cells.ConvertAll(c => c.ToLowerInvariant()) : [];
            foreach (var (line, cells) in rows.Skip(1))
            {
                string? Cell(params string[] words) => cells.Zip(names).Where(c => words.Any(w => c.Second.Contains(w, StringComparison.Ordinal)))
                    .Select(c => c.First.Trim()).FirstOrDefault(c => c.Length > 0);
                var facts = new Facts(Cell("category", "area"), Facts.PriorityOf(Cell("priority") ?? "", bare: true),
                    Facts.NumberOf(Cell("tests", "count", "number") ?? "", bare: true), Cell("value", "risk", "mrr", "arr", "impact"));
                Add(string.Join(" | ", cells), line + 1, facts);
            }
        }

        private void Add(string text, int line, Facts? own = null)
        {
            // conftest.py configures tests but contains none.
            foreach (var file in File().Matches(text).Select(m => m.Value).Where(f => !f.EndsWith("conftest.py", StringComparison.Ordinal)))
            {
                var facts = (own ?? Facts.None).Or(Facts.Of(text, heading: false));
                for (var level = _headings.Length - 1; level > 0; level--)
                    facts = facts.Or(_headings[level] ?? Facts.None);
                Found.Add(new IndexedSuite(file, facts.Category ?? "uncategorised", facts.Priority, facts.Tests, facts.Value, line));
            }
        }

        private static string TextOf(LeafBlock block) => block.Inline is null ? block.Lines.ToString()
            : string.Concat(block.Inline.Descendants().Select(i => i switch
            {
                LiteralInline l => l.Content.ToString(),
                CodeInline c => c.Content,
                LineBreakInline => " ",
                _ => ""
            }));
    }

    /// <summary>What a heading, an item or a row says; null for what it does not say.</summary>
    private sealed record Facts(string? Category, Priority? Priority, int? Tests, string? Value)
    {
        public static readonly Facts None = new(null, null, null, null);

        public static Facts Of(string text, bool heading)
        {
            var value = Money().Match(text) is { Success: true } money ? money.Value.Trim() : null;
            return new Facts(heading ? CategoryOf(text) : null, PriorityOf(text, bare: false), NumberOf(text, bare: false), value);
        }

        public Facts Or(Facts other) => new(Category ?? other.Category, Priority ?? other.Priority, Tests ?? other.Tests, Value ?? other.Value);

        public static Priority? PriorityOf(string text, bool bare) =>
            PriorityWord().Match(text) is { Success: true } word ? Priorities.Parse($"P{word.Groups["n"].Value}") : bare ? Priorities.Parse($"P{text}") : null;

        public static int? NumberOf(string text, bool bare) =>
            Count().Match(text) is { Success: true } count ? int.Parse(count.Groups["n"].Value, CultureInfo.InvariantCulture)
            : bare && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        /// <summary>The heading without its numbering, priority, money, counts and decoration.</summary>
        private static string? CategoryOf(string text)
        {
            var words = Decoration().Replace(Count().Replace(Money().Replace(PriorityWord().Replace(text, " "), " "), " "), " ");
            var name = string.Join('-', Word().Matches(words).Select(m => m.Value.ToLowerInvariant())
                .Where(w => w is not ("tests" or "test" or "suite" or "suites" or "must" or "pass" or "at" or "risk" or "the" or "and")).Take(4));
            return name.Length == 0 ? null : name;
        }
    }

    [GeneratedRegex(@"(?<![\w/.-])(?:[\w.-]+/)*[\w.-]*test[\w.-]*\.(?:py|[cm]?[jt]sx?|go|cs|java|kt|rb|php|rs)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex File();

    [GeneratedRegex(@"\bpriority\s*[:#-]?\s*P?(?<n>[0-6])\b|\bP(?<n>[0-6])\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex PriorityWord();

    [GeneratedRegex(@"\b(?<n>\d{1,5})\+?\s+(?:tests?|test functions)\b|\btests?\s+1\s?[-–]\s?(?<n>\d{1,5})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Count();

    [GeneratedRegex(@"[$€£]\s?\d[\d.,]*\s?[KMB]?\+?(?:\s?(?:MRR|ARR|/month|a month|per month))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Money();

    [GeneratedRegex(@"[(\[{].*?[)\]}]|^[\d.\s]+", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Decoration();

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9]+", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Word();
}

/// <summary>A test file as an index lists it.</summary>
/// <param name="Tests">How many tests it contains; null if the index does not say.</param>
/// <param name="Value">What is at risk, in the index's words.</param>
/// <param name="Line">Line number in the index.</param>
public sealed record IndexedSuite(string File, string Category, Priority? Priority, int? Tests, string? Value, int Line)
{
    /// <summary>The suite as settings would define it.</summary>
    public SuiteSettings Suite => new(File[(File.LastIndexOf('/') + 1)..].Split('.')[0], Category, Priority, [File]);
}
