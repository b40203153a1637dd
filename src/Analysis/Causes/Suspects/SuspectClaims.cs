using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs.Changes;
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

    /// <summary>A plain word.</summary>
    Word,

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
            SeenAs.Word => Prose.Of($"it {verb:t} the word {Words:q}, which appears in the error"),
            SeenAs.Name => Prose.Of($"it {verb:t} {Words:q}, which the error names"),
            _ => Prose.Of($"it {verb:t} {Words:q}, which the failing line of the test reads"),
        };
    }
}

/// <summary><c>the stack passes through the changed lines (src/cart.py:12)</c>.</summary>
internal sealed record StackPasses(ChangedFile File, GroupFacts Cluster, StackFrame? At) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        if (At is null)
            return Cluster.Frames.Any(f => RepositoryPaths.Same(f.Path, File.Path)) ? Prose.Of($"the stack passes through {File.Path}") : null;
        return Cluster.Frames.Contains(At) && Patch.Parse(File.Patch).Touches(At.Line, Nearness.HunkSlack)
            ? Prose.Of($"the stack passes through the changed lines ({At.Path}:{At.Line})") : null;
    }
}

/// <summary>Words in a cause's failures.</summary>
internal sealed record InError(GroupFacts Cluster, string Words) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        Cluster.Statements.Any(s => facts.Says(s, Words, StringComparison.Ordinal)) ? Prose.Of($"{Words:q}") : null;
}
