using Markdig;
using Markdig.Syntax;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Analysis.Explanation.Rules;

/// <summary>A block of an issue's body.</summary>
/// <param name="Line">1-based number of its first line in the body.</param>
public sealed record RuleBlock(int Line, string Text);

/// <param name="Rule">Null if it cannot be read.</param>
/// <param name="Problems">Each with its line in the issue's body.</param>
public sealed record RuleReading(RuleBlock Block, KnownIssueRule? Rule, IReadOnlyList<SettingsProblem> Problems);

/// <summary>
/// Reads the rules of an issue: fenced blocks at the top level of the body with the language <c>whybot</c>, in YAML.
/// <code>
/// text: connection reset by peer          # or a pattern, or both
/// pattern: "HTTP 50[234] from .*gateway"  # a regular expression without lookaround and backreferences
/// tests: [tests/e2e/test_checkout.py, "*::test_pay*"]
/// where: [staging]                        # environments, branches, suites or categories
/// </code>
/// </summary>
public static class RuleReader
{
    public const string Language = "whybot";
    private const int MaxBody = 70_000;
    private const int MaxBlocks = 10;
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().Build();

    public static IReadOnlyList<RuleBlock> Blocks(string? body)
    {
        if (body is null || body.Length > MaxBody || !body.Contains(Language, StringComparison.Ordinal))
            return [];
        try
        {
            return [.. Markdown.Parse(body, Pipeline).OfType<FencedCodeBlock>().Where(b => b.Info == Language).Take(MaxBlocks)
                .Select(b => new RuleBlock(b.Line + 2, b.Lines.ToString()))];
        }
        catch (ArgumentException)
        {
            // Nested too deeply for the parser: nobody writes a rule like that.
            return [];
        }
    }

    public static RuleReading Read(int issue, RuleBlock block)
    {
        var problems = new List<SettingsProblem>();
        try
        {
            if (YamlTree.Parse(block.Text) is not { } root)
                return Failed("the block is empty; write text or pattern");
            var map = new SettingsMap(root, "the rule", $"#{issue}", problems);
            var rule = new KnownIssueRule(issue, map.Text("text"), map.Text("pattern"), map.Words("tests"), map.Words("where"));
            Check(rule, map);
            map.RefuseOthers();
            return problems.Count == 0 ? new RuleReading(block, rule, [])
                : new RuleReading(block, null, [.. problems.OrderBy(p => p.Line).Select(p => p with { Line = p.Line + block.Line - 1 })]);
        }
        catch (YamlProblem broken)
        {
            return new RuleReading(block, null, [new SettingsProblem($"#{issue}", broken.Line + block.Line - 1, broken.Message)]);
        }

        RuleReading Failed(string why) => new(block, null, [new SettingsProblem($"#{issue}", block.Line, why)]);
    }

    private static void Check(KnownIssueRule rule, SettingsMap map)
    {
        // One test can fail for many reasons; its name alone says nothing about the cause.
        if (string.IsNullOrWhiteSpace(rule.Text) && string.IsNullOrWhiteSpace(rule.Pattern))
            map.Problem("tests", "a rule needs 'text' or 'pattern': a test can fail for many reasons");
        if (rule.Text is { Length: > 0 and < 4 })
            map.Problem("text", "fewer than four letters are found everywhere");
        if (rule.Pattern is not { } pattern)
            return;
        if (pattern.Length > KnownIssueRule.MaxPattern)
            map.Problem("pattern", $"at most {KnownIssueRule.MaxPattern} characters");
        else
            try
            {
                if (KnownIssueRule.Compile(pattern).IsMatch(""))
                    map.Problem("pattern", "it matches the empty text, and so everything");
            }
            catch (NotSupportedException)
            {
                map.Problem("pattern", "lookaround and backreferences are not supported, since they can take for ever");
            }
            catch (ArgumentException broken)
            {
                map.Problem("pattern", $"no regular expression: {broken.Message.TrimEnd('.')}");
            }
    }
}
