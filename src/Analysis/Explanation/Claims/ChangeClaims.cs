using Whybot.Analysis.Clusters;
using Whybot.Analysis.History;
using Whybot.Analysis.Reports;
using Whybot.Analysis.Signatures;
using Whybot.Analysis.Suspects;

namespace Whybot.Analysis.Explanation.Claims;

/// <summary>
/// <c>none of the 13 changed files touches what the error names</c>, but only if that is literally true: the failures, their stacks and the log name neither a
/// changed file nor a name or text that a change added or removed. Otherwise, which files do.
/// </summary>
internal sealed record ChangedFilesTouch(GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        if (facts.Incident.Changes is not { } changes)
            return null;
        var files = changes.Files.Select(f => f.File).GroupBy(f => f.Path, StringComparer.Ordinal).ToList();
        if (files.Count == 0)
            return null;
        var error = new ErrorNames(Cluster);
        var touching = files.Where(g => g.Any(error.AreTouchedBy)).Select(g => g.Key).ToList();
        if (touching.Count > 0)
        {
            const string Enough = "something that the error names, though not enough to be named as its cause";
            return files.Count == 1 ? Prose.Of($"the only changed file ({files[0].Key}) touches {Enough:t}")
                : Prose.Of($"{touching.Count} of the {files.Count} changed files ({Prose.List(touching)}) {(touching.Count == 1 ? "touches" : "touch"):t} "
                + $"{Enough:t}");
        }
        return files.Count == 1 ? Prose.Of($"the only changed file ({files[0].Key}) does not touch what the error names")
            : Prose.Of($"none of the {files.Count} changed files ({Prose.List(files.Select(f => f.Key))}) touches what the error names");
    }
}

/// <summary>The names in a cause's failures, in all of their text.</summary>
internal sealed class ErrorNames
{
    private const int MostText = 64 * 1024;

    private readonly string _text;
    private readonly IReadOnlyDictionary<string, Term> _terms;
    private readonly IReadOnlyList<StackFrame> _frames;

    public ErrorNames(GroupFacts cluster)
    {
        var text = string.Join('\n', cluster.Statements.Select(s => s.Words).Concat(cluster.Tests.DistinctBy(t => t.Failure!.Message).Take(12)
            .SelectMany(t => new[] { t.Failure!.Message, t.Failure.Text })).Distinct());
        _text = text.Length <= MostText ? text : text[..MostText];
        _terms = Terms.Of(_text);
        _frames = cluster.Frames;
    }

    public bool AreTouchedBy(ChangedFile file)
    {
        if (_text.Contains(file.Path, StringComparison.Ordinal) || NamesFile(file.Path) || _frames.Any(f => RepositoryPaths.Same(f.Path, file.Path)))
            return true;
        var patch = Patch.Parse(file.Patch);
        return patch.AddedNames.Concat(patch.RemovedNames).Any(n => n.Length >= 4 && _terms.TryGetValue(n, out var term) && term.Strong)
            || patch.AddedLiterals.Concat(patch.RemovedLiterals).Any(l => l.Length >= 8 && _text.Contains(l, StringComparison.Ordinal));
    }

    /// <summary>By its bare name, as compilers and stacks may give it.</summary>
    private bool NamesFile(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        for (var at = name.Length < 5 ? -1 : _text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(name, at + 1, StringComparison.Ordinal))
            if ((at == 0 || _text[at - 1] is ' ' or '/' or '\\' or '(' or '"' or '\'' or '\n')
                && (at + name.Length == _text.Length || !char.IsLetterOrDigit(_text[at + name.Length])))
                return true;
        return false;
    }
}

/// <summary>Whether any change explains a cause: <c>no change explains it</c>, or <c>what changed is not known</c>.</summary>
internal sealed record NothingExplains(GroupFacts Cluster) : Claim
{
    /// <summary>As a separate sentence.</summary>
    public bool Whole { get; init; }

    public override Prose? Evaluate(ClaimFacts facts)
    {
        if (facts.Finding(Cluster).Suspects.Count > 0)
            return null;
        if (Before(facts.Incident) is { } before)
            return Whole ? Prose.Of($"An earlier run named {Earlier.Short(before.Sha)} ({before.Path}) as {As(before):t}.")
                : Prose.Of($"an earlier run named {Earlier.Short(before.Sha)} as {As(before):t}");
        return (facts.Incident.Changes is not null, Whole) switch
        {
            (true, false) => Prose.Of($"no change explains it"),
            (true, true) => Prose.Of($"No change that explains it is known."),
            (false, false) => Prose.Of($"what changed is not known"),
            _ => Prose.Of($"What changed is not known."),
        };
    }

    /// <summary>The suspect of an earlier run: a cause that has failed since then is not without one just because that change is not among the
    /// newest.</summary>
    private PastSuspect? Before(Incident incident) =>
        (incident.Last?.Causes ?? []).Concat(incident.Watched).FirstOrDefault(c => c.Cluster == Cluster.Id && c.Suspect is not null)?.Suspect;

    private static string As(PastSuspect suspect) => suspect.Established ? "the cause" : "a suspect";
}

/// <summary><c>the other changes (`a.py`, `b.py`)</c>: none of them touches what the error names.</summary>
/// <param name="Paths">Paths of the changed files, each listed once.</param>
internal sealed record OtherChanges(GroupFacts Cluster, IReadOnlyList<string> Paths) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        var error = new ErrorNames(Cluster);
        var files = (facts.Incident.Changes?.Files ?? []).Select(f => f.File).ToLookup(f => f.Path, StringComparer.Ordinal);
        return Paths.All(p => files[p].Any() && !files[p].Any(error.AreTouchedBy)) ? Prose.Of($"the other changes ({Prose.List(Paths)})") : null;
    }
}

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

/// <summary>The first line of a commit's message, read again.</summary>
internal sealed record CommitTitle(Commit Commit) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        facts.Holds(Commit.Source, "/commit/message", Commit.Title) ? Prose.Of($"{Commit.Title:q}") : null;
}

/// <summary><c> (#12)</c>, a commit's pull request; nothing if none is known.</summary>
internal sealed record PullOf(Commit Commit) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) => facts.Incident.Changes?.Commits.FirstOrDefault(c => c.Sha == Commit.Sha) switch
    {
        null => null,
        { Pull: { } pull } => Prose.Of($" (#{pull.Number})"),
        _ => Prose.Empty,
    };
}

/// <summary>The names of the checks that ran on a suspect's pull request, and how they ended.</summary>
internal sealed record ChecksRan(Commit Commit, GroupFacts Cluster) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts)
    {
        if (facts.Incident.Changes?.Commits.FirstOrDefault(c => c.Sha == Commit.Sha) is not { Checks: { Count: > 0 } checks } commit)
            return null;
        Prose pull = commit.Pull is { } number ? Prose.Of($"pull request #{number.Number}") : Prose.Of($"{commit.ShortSha}");
        if (Failed(checks) is { } failed)
            return Prose.Of($"On {pull} the check {failed.Name} ended with {failed.Conclusion}, and it was merged all the same.");
        var suites = Cluster.Tests.Select(t => t.Suite).Distinct().Order(StringComparer.Ordinal).ToList();
        var names = Prose.List(checks.Select(c => c.Name));
        return checks.FirstOrDefault(c => suites.Exists(s => c.Name.Contains(s, StringComparison.OrdinalIgnoreCase))) is { } ran
            ? Prose.Of($"On {pull} ran {names}, and {ran.Name} ended with {ran.Conclusion}: it did not see there what fails here.")
            : Prose.Of($"On {pull} ran {names}; judging by their names, none of them runs {Prose.List(suites)}.");
    }

    /// <summary>The first check that did not end well; null for none.</summary>
    public static CheckRun? Failed(IReadOnlyList<CheckRun> checks) =>
        checks.FirstOrDefault(c => c.Conclusion is "failure" or "timed_out" or "cancelled" or "action_required");
}
