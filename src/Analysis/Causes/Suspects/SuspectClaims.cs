using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Sources;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>Words in a commit's change to a file, read again from GitHub's answer.</summary>
internal sealed record InPatch(ChangedFile File, string Words) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        facts.Holds(File.Source, File.Pointer + "/patch", Words) || facts.Holds(File.Source, File.Pointer + "/filename", Words)
            || facts.Holds(File.Source, File.Pointer + "/previous_filename", Words) ? Prose.Of($"{Words:q}") : null;
}

/// <summary>In what form a changed word appears in the failures.</summary>
internal enum SeenAs
{
    /// <summary>A string literal in the code that the error repeats.</summary>
    Text,

    /// <summary>A string literal that took the place of another, both of which the error has.</summary>
    Instead,

    /// <summary>A name that the error mentions.</summary>
    Name,

    /// <summary>A name in the line of the test that failed.</summary>
    ReadByTest,
}

/// <summary><c>it removed “run_id”, which the error names</c>: the words are in lines that the change added or removed, and in the failures.</summary>
/// <param name="Added">The change added them; otherwise it removed them.</param>
internal sealed record ChangedWord(ChangedFile File, GroupFacts Cluster, bool Added, string Words, SeenAs Seen) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        var speakers = Seen == SeenAs.ReadByTest ? new[] { Speaker.Source } : [Speaker.Test, Speaker.Probe, Speaker.Platform];
        if (!Cluster.Said(speakers).Any(s => facts.Says(s, Words, StringComparison.OrdinalIgnoreCase))
            || !facts.Holds(File.Source, File.Pointer + "/patch", Words)
            || !Patch.Parse(File.Patch).Hunks.Any(h => (Added ? h.Added : h.Removed).Any(l => l.Contains(Words, StringComparison.Ordinal))))
            return null;
        var verb = Added ? "added" : "removed";
        return Seen switch
        {
            SeenAs.Text => Prose.Of($"it {verb:t} the text {Words:q}, which appears in the error"),
            SeenAs.Instead => Prose.Of($"put {Words:q} in its place, which the error has too"),
            SeenAs.Name => Prose.Of($"it {verb:t} {Words:q}, which the error names"),
            _ => Prose.Of($"it {verb:t} {Words:q}, which the failing line of the test reads"),
        };
    }
}

/// <summary><c>it wrote a line on the stack (src/cart.py:12)</c>.</summary>
internal sealed record StackPasses(ChangedFile File, GroupFacts Cluster, StackFrame At) : Claim
{
    /// <summary>The change was the last to write that very line; otherwise it changed lines around it.</summary>
    public bool Wrote { get; init; }

    public override Prose? Evaluate(ClaimFacts facts)
    {
        if (facts.Incident.Changes is not { } changes || !Cluster.Frames.Contains(At))
            return null;
        var (wrote, near) = new LineOrigins(changes.Commits, f => Patch.Parse(f.Patch)).Of(At.Path, At.Line);
        if (Wrote)
            return wrote is not null && wrote.Pointer == File.Pointer && wrote.Source == File.Source
                ? Prose.Of($"it wrote {Line} ({At.Path}:{At.Line})") : null;
        return near.Any(f => f.Pointer == File.Pointer && f.Source == File.Source)
            ? Prose.Of($"it changed lines next to {Near} ({At.Path}:{At.Line})") : null;
    }

    private Prose Line => IsRefused(Cluster, At) ? Prose.Of($"the line that the compiler refuses") : Prose.Of($"a line that the stack passes through");
    private Prose Near => IsRefused(Cluster, At) ? Prose.Of($"the one that the compiler refuses") : Prose.Of($"one that the stack passes through");

    /// <summary>A compiler printed the place in front of its message; it is not a frame of a stack.</summary>
    public static bool IsRefused(GroupFacts cluster, StackFrame place) => cluster.Symptom.RefusesCode
        && cluster.Tests.All(t => t.Scope == TestScope.Job && JobPlaces.Of(t).FirstOrDefault() == place);
}

/// <summary>Where the words come from that a change shares with a failure.</summary>
internal enum WordSource
{
    TestName,
    TestClass,
    Error,
    Stack,
    TestCode,
}

/// <summary><c>it changed code that shares “strip” and “quotes” with the failing test's name</c>.</summary>
internal sealed record SharedWords(ChangedFile File, GroupFacts Cluster, WordSource With, IReadOnlyList<string> Words) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        if (!Words.All(w => InChange(w, facts) && InFailure(w, facts)))
            return null;
        var with = With switch
        {
            WordSource.TestName => "the failing test",
            WordSource.TestClass => "the failing test's class or file",
            WordSource.Error => "the error",
            WordSource.TestCode => "the failing test's code",
            _ => "the stack",
        };
        var spelled = Words.Select(w => Spelled(File.Patch, w) ?? Spelled(File.Path, w)!).ToList();
        Prose words = spelled is [var only] ? Prose.Of($"{only:q}")
            : Prose.Of($"{Prose.Join(", ", spelled.SkipLast(1).Select(w => Prose.Of($"{w:q}")))} and {spelled[^1]:q}");
        return Prose.Of($"it changed code that shares {words} with {with:t}");
    }

    private bool InChange(string word, ClaimFacts facts) =>
        Spelled(File.Patch, word) is { } inPatch ? facts.Holds(File.Source, File.Pointer + "/patch", inPatch)
            : Spelled(File.Path, word) is { } inPath && facts.Holds(File.Source, File.Pointer + "/filename", inPath);

    private bool InFailure(string word, ClaimFacts facts) => With switch
    {
        WordSource.TestName => Cluster.Tests.Any(t => Has(t.BaseName, word))
            || Cluster.Said(Speaker.Source).Any(s => facts.Says(s, word, StringComparison.OrdinalIgnoreCase)),
        WordSource.TestClass => Cluster.Tests.Any(t => Has(t.ClassName, word) || Has(t.Suite, word) || Has(t.File ?? "", word)),
        WordSource.TestCode => TestCode(facts.Incident.Sources).Any(l => Has(l.Text, word) && facts.Reread(l.At) is not null),
        WordSource.Stack => Cluster.Frames.Any(f => Has(f.Function, word) || Has(f.Path, word)),
        _ => Cluster.Said(Speaker.Test, Speaker.Probe, Speaker.Platform).Any(s => facts.Says(s, word, StringComparison.OrdinalIgnoreCase)),
    };

    private IEnumerable<(string Text, Citation At)> TestCode(SourceTree sources)
    {
        var finder = sources.Tests;
        return Cluster.Tests.Take(ReachedNames.MostTests).SelectMany(finder.Of).Distinct().SelectMany(c => c.Lines.Select((l, i) =>
            (l, Citation.OfLines($"{SourceTree.Folder}/{c.File.Path}", c.First + i, c.First + i, l.Trim()))));
    }

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static string? Spelled(string text, string word) =>
        text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? text.Substring(at, word.Length) : null;
}

/// <summary><c>the failing test `FooTest` is named after it</c>.</summary>
internal sealed record NamedAfter(ChangedFile File, GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        var key = TestedNames.Key(TestedNames.Stem(File.Path));
        var place = TestedNames.Place(TestedNames.Places(Cluster), key);
        return place is null || !facts.Holds(File.Source, File.Pointer + "/filename", File.Path) ? null
            : Prose.Of($"{(File.Status == "added" ? "it added the file" : "it changed the file"):t} that {place} is named after");
    }
}

/// <summary><c>it also changed the failing test's file (tests/test_cart.py)</c>.</summary>
internal sealed record ChangedTest(ChangedFile File, GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        var key = TestedNames.Key(TestedNames.Stem(File.Path));
        return TestedNames.Places(Cluster).Any(p => TestedNames.Key(p) == key)
            && facts.Holds(File.Source, File.Pointer + "/filename", File.Path) ? Prose.Of($"it also changed the failing test's file ({File.Path})") : null;
    }
}

/// <summary>Words in a cause's failures.</summary>
internal sealed record InError(GroupFacts Cluster, string Words) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        Cluster.Statements.Any(s => facts.Says(s, Words, StringComparison.Ordinal)) ? Prose.Of($"{Words:q}") : null;
}
