using Whybot.Analysis.Clusters;
using Whybot.Analysis.Readiness;
using Whybot.Analysis.Results;
using Whybot.Analysis.Signatures;
using Whybot.Analysis.Whys;

namespace Whybot.Analysis.Correlation;

/// <summary>A cluster as the matcher sees it, with its negative control: what passing tests and other clusters say.</summary>
internal sealed class ClusterText
{
    private readonly Lazy<IReadOnlyList<string>> _perTest;
    private readonly string _platform;
    private readonly Lazy<HashSet<string>> _words;
    private readonly NegativeControl _control;

    public ClusterText(GroupFacts facts, Mechanism root, EnvironmentFault? fault, NegativeControl control, IReadOnlySet<string> categories,
        IReadOnlyList<string> paths, DateTimeOffset? at)
    {
        (Facts, Root, Fault, Categories, Paths, At, _control) = (facts, root, fault, categories, paths, at, control);
        var probes = fault is null ? [] : fault.Probes.Select(p => $"{p.Target} {p.Evidence}").Concat(fault.Events.Select(e => e.Words));
        var platform = string.Join('\n', facts.Said(Speaker.Platform).Select(s => s.Words).Concat(probes));
        Text = string.Join('\n', facts.Said(Speaker.Test).Select(s => s.Words)) + "\n" + platform;
        Terms = Signatures.Terms.Of(Text);
        _perTest = new(() => [.. facts.Tests.Select(t => Claim.Normal($"{t.Failure!.Message}\n{t.Failure.Text}"))]);
        _platform = Claim.Normal(platform);
        _words = new(() => [.. _perTest.Value.Append(_platform).SelectMany(t => t.Split(' '))]);
        FailedTests = facts.Tests.Select(t => t.Id).ToHashSet();
    }

    public GroupFacts Facts { get; }
    public Mechanism Root { get; }
    public EnvironmentFault? Fault { get; }
    public IReadOnlySet<string> Categories { get; }

    /// <summary>Files that the stacks pass through, test code aside.</summary>
    public IReadOnlyList<string> Paths { get; }
    public DateTimeOffset? At { get; }
    public string Text { get; }
    public IReadOnlyDictionary<string, Term> Terms { get; }
    public IReadOnlySet<string> FailedTests { get; }
    public int Count => Facts.Tests.Count;
    public int Passing => _control.Passing;

    /// <summary>False where it surely does not: of thousands of issues few are worth a search through all that was said.</summary>
    public bool MayShow(Claim claim) => claim.Inner is null || _words.Value.Contains(claim.Inner);

    /// <summary>How many of the cluster's tests show the words themselves.</summary>
    public int Showing(Claim claim) => _perTest.Value.Count(t => t.Contains(claim.Plain, StringComparison.Ordinal));

    public bool LoggedByPlatform(Claim claim) => _platform.Contains(claim.Plain, StringComparison.Ordinal);

    public int PassingThatShow(Claim claim) => _control.PassingThatShow(claim);

    public bool Passed(string testId) => _control.Passed(testId);

    /// <summary>The words by which the cluster shows a kind of fault.</summary>
    public IEnumerable<string> Shown(Mechanism kind) => Facts.Statements.SelectMany(s => kind.Shown(s.Words)).Distinct();
}

/// <summary>What passing tests printed, and which tests passed: words that stand there too tell nothing.</summary>
internal sealed class NegativeControl(IReadOnlyCollection<TestCase> tests)
{
    private readonly HashSet<string> _passed = [.. tests.Where(t => t.Outcome == TestOutcome.Passed).Select(t => t.Id)];
    private readonly Lazy<IReadOnlyList<string>> _outputs = new(() => [.. tests.Where(t => t is { Outcome: TestOutcome.Passed, Output.Length: > 0 })
        .Select(t => Claim.Normal(t.Output!)).Distinct()]);

    public int Passing => _passed.Count;

    public bool Passed(string testId) => _passed.Contains(testId);

    public int PassingThatShow(Claim claim) => _outputs.Value.Count(o => o.Contains(claim.Plain, StringComparison.Ordinal));
}
