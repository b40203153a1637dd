using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

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
        _terms = Tokens.Of(_text);
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
internal sealed record NothingExplains(GroupFacts Cluster) : Claim<FindingFacts>
{
    /// <summary>As a separate sentence.</summary>
    public bool Whole { get; init; }

    protected override Prose? Of(FindingFacts facts)
    {
        if (facts.Finding(Cluster).Suspects.Count > 0)
            return null;
        if (facts.Finding(Cluster).Shortlist.Count > 0)
            return Whole ? Prose.Of($"No single change stands out.") : Prose.Of($"no single change stands out");
        if (Before(facts.Incident) is { } before)
            return Whole ? Prose.Of($"An earlier run named {before.Sha.Short} ({before.Path}) as {As(before):t}.")
                : Prose.Of($"an earlier run named {before.Sha.Short} as {As(before):t}");
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

/// <summary>The first line of a commit's message, read again.</summary>
internal sealed record CommitTitle(Commit Commit) : Claim
{
    public override Prose? Evaluate(ClaimFacts facts) =>
        facts.Holds(Commit.Source, "/commit/message", Commit.Title) ? Prose.Of($"{Commit.Title:q}") : null;
}

/// <summary><c>about 60%</c>: how likely a listed commit is the cause.</summary>
internal sealed record Likelihood(Commit Commit, GroupFacts Cluster) : Claim<FindingFacts>
{
    private const int Step = 5;

    protected override Prose? Of(FindingFacts facts)
    {
        if (facts.Finding(Cluster).Ranking.Listed.FirstOrDefault(s => s.Commit.Sha == Commit.Sha) is not { } listed)
            return null;
        var percent = (int)Math.Round(listed.Probability * 100 / Step) * Step;
        return percent < Step ? Prose.Of($"under 5%") : Prose.Of($"about {percent}%");
    }
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
        Prose pull = commit.Pull is { } number ? Prose.Of($"pull request #{number.Number}") : Prose.Of($"{commit.Sha.Short}");
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
