using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Validity;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Explanation.Resolutions;

/// <summary>What happened to a cause of the last run.</summary>
public enum ResolutionKind
{
    /// <summary>All its tests ran and passed.</summary>
    Answered,

    /// <summary>It was seen again.</summary>
    Still,

    /// <summary>Its tests fail, but for a different reason.</summary>
    Replaced,

    /// <summary>Not all of its tests ran, or their passes prove nothing.</summary>
    Unknown,
}

/// <param name="Citations">Where its tests pass; only for answered causes.</param>
public sealed record Answer(PastCause Cause, ResolutionKind Kind, Prose Because, IReadOnlyList<Citation> Citations)
{
    /// <summary>For a replaced cause: the causes that make its tests fail now.</summary>
    public IReadOnlyList<ClusterId> By { get; init; } = [];
}

/// <summary>What fails in a run: for each test, the causes of its failure.</summary>
internal sealed class FailingNow(IEnumerable<(string Test, ClusterId Cause)> failures)
{
    public ILookup<string, ClusterId> ByTest { get; } = failures.Distinct().ToLookup(f => f.Test, f => f.Cause, StringComparer.Ordinal);

    public IReadOnlySet<ClusterId> Causes { get; } = failures.Select(f => f.Cause).ToHashSet();
}

/// <summary>Decides which causes of the last run are answered by this one. A test that did not run answers nothing.</summary>
internal static class Answers
{
    private const int MaxCitations = 3;

    /// <param name="now">What fails in this run.</param>
    public static IEnumerable<Answer> Of(Incident incident, FailingNow now, Authenticity authenticity)
    {
        var causes = incident.Last?.Causes ?? [];
        var tests = ById(incident, causes);
        return causes.Select(c => One(c, incident, tests, now, authenticity));
    }

    /// <summary>Like <see cref="Of"/>, but for causes of runs before the last one, and only those that this run clears.</summary>
    public static IEnumerable<Answer> Cleared(Incident incident, FailingNow now, Authenticity authenticity)
    {
        var last = (incident.Last?.Causes ?? []).Select(c => c.Cluster).ToHashSet();
        var causes = incident.Watched.Where(c => !last.Contains(c.Cluster)).ToList();
        var tests = ById(incident, causes);
        return causes.Select(c => One(c, incident, tests, now, authenticity)).Where(a => a.Kind == ResolutionKind.Answered);
    }

    /// <summary>The causes' tests by id and, for a test whose id now distinguishes it from tests of the same name, also by its plain name.</summary>
    private static ILookup<string, TestCase> ById(Incident incident, IReadOnlyList<PastCause> causes)
    {
        var wanted = causes.SelectMany(c => c.Tests).ToHashSet(StringComparer.Ordinal);
        return (wanted.Count == 0 ? [] : incident.Tests).SelectMany(t => new[] { t.Id, TestCase.IdOf(t.ClassName, t.Name) }.Distinct().Where(wanted.Contains)
            .Select(id => (Id: id, Test: t))).ToLookup(t => t.Id, t => t.Test, StringComparer.Ordinal);
    }

    private static Answer One(PastCause cause, Incident incident, ILookup<string, TestCase> tests, FailingNow now, Authenticity authenticity)
    {
        if (now.Causes.Contains(cause.Cluster))
            return new Answer(cause, ResolutionKind.Still, Prose.Of($"it is seen again"), []);
        if (cause.Tests.Count == 0)
            return Environment(cause, incident);
        var failing = cause.Tests.Where(id => tests[id].Any(t => t.Bad)).ToList();
        if (failing.Count > 0)
            return new Answer(cause, ResolutionKind.Replaced, Prose.Of(
                $"{failing.Count} of its {Numbers.Count(cause.Tests.Count, "test"):t} {(failing.Count == 1 ? "fails" : "fail"):t} now for another cause"), [])
            {
                By = [.. failing.SelectMany(id => now.ByTest[id]).Distinct()],
            };
        var proved = cause.Tests.Where(id => tests[id].Any() && tests[id].All(t => t.Outcome.IsPass() && !authenticity.Unproved.Contains(t.Id))).ToList();
        if (proved.Count < cause.Tests.Count)
            return new Answer(cause, ResolutionKind.Unknown,
                Prose.Of($"{cause.Tests.Count - proved.Count} of its {Numbers.Count(cause.Tests.Count, "test"):t} did not really run: whether it is fixed is "
                    + $"not known"), []);
        var passes = proved.Select(id => tests[id].First()).ToList();
        return new Answer(cause, ResolutionKind.Answered, Prose.Of($"its {Numbers.Count(passes.Count, "test"):t} ran and passed{Touched(cause, incident)}"),
            [.. passes.Take(MaxCitations).Select(t => Citation.OfLines(t.Source, t.Line, t.EndLine, t.Name))]);
    }

    /// <summary>A cause without tests means that the environment was not ready.</summary>
    private static Answer Environment(PastCause cause, Incident incident) =>
        incident.Readiness is { Services.Count: > 0 } readiness && readiness.Services.All(s => s.Ready)
            ? new Answer(cause, ResolutionKind.Answered, Prose.Of($"all {readiness.Services.Count} services are ready"),
                [.. readiness.Services.SelectMany(s => s.Probes).Where(p => p.Ok && p.Evidence.Length > 0).Take(MaxCitations).Select(p => p.Citation)])
            : new Answer(cause, ResolutionKind.Unknown, Prose.Of($"the services were not all seen ready"), []);

    /// <summary>A later commit to the suspect's file is worth mentioning, without claiming that it is the fix.</summary>
    private static Prose Touched(PastCause cause, Incident incident)
    {
        if (cause.Suspect is not { } suspect || incident.Changes?.Commits is not { } commits)
            return Prose.Empty;
        var after = commits.SkipWhile(c => c.Sha != suspect.Sha).Skip(1).LastOrDefault(c => c.Files.Any(f => f.Path == suspect.Path));
        return after is null ? Prose.Empty : Prose.Of($"; {after.Sha.Short} has changed {suspect.Path} since ({Secrets.Redact(after.Title)})");
    }
}
