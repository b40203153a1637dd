using System.Text.RegularExpressions;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Analysis.Causes.Faults;

/// <summary>
/// Finds jobs that failed by something outside the code, without a probe and without a platform's log. It is strict, because a failure of the code must not be
/// excused: a failing test never counts, whatever its message mentions; words that a service under test could also cause only count in a step that fetches
/// something from another machine; and a change that can have brought it keeps it from counting.
/// </summary>
internal static partial class JobTroubles
{
    /// <returns>Null if its own log does not show such a thing, or a change may have brought it.</returns>
    public static JobTrouble? Of(GroupFacts facts, Incident incident)
    {
        var kind = facts.Symptom;
        if (kind.Transient == Transience.Never || facts.Tests.Any(t => t.Scope != TestScope.Job))
            return null;
        if (facts.Said(Speaker.Test).FirstOrDefault(s => kind.Matches(s.Words)) is not { } said)
            return null;
        if (kind.Transient == Transience.Fetching && (IsOfTest(said.Words) || !facts.Tests.All(t => Fetches(t, incident, said.Words))))
            return null;
        return IsBrought(kind, said.Words, incident.Changes) ? null
            : new JobTrouble(kind, said.Citation) { Reported = GitHubParts.During(incident, facts.Tests, said.Words) };
    }

    /// <summary>A tool that fetches says it itself, or the step does nothing else.</summary>
    private static bool Fetches(TestCase job, Incident incident, string words) => FetchingTool().IsMatch(words)
        || (incident.Jobs.FirstOrDefault(j => j.Source == job.Source)?.Step is { } step && FetchingStep().IsMatch(step));

    /// <summary>The change touched a file that can bring such a fault, or added the host that the line names.</summary>
    private static bool IsBrought(Mechanism kind, string words, ChangeSet? changes)
    {
        if (changes is null)
            return false;
        var hosts = Host().Matches(words).Select(m => m.Groups["host"].Value).Distinct().ToList();
        return changes.Files.Select(f => (f.File.Patch, Kind: ChangedKinds.Of(f.File.Path)))
            .Any(f => (f.Kind is { } changed && kind.Changes.Contains(changed)) || (f.Kind != ChangedKind.Lock && hosts.Exists(h => Adds(f.Patch, h))));
    }

    private static bool Adds(string patch, string host)
    {
        foreach (var line in patch.AsSpan().EnumerateLines())
            if (line.StartsWith('+') && line.Contains(host, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>It asserts something, or names this machine, a private address, or a name without a domain, as containers of the same job have.</summary>
    private static bool IsOfTest(string words) => Asserts().IsMatch(words) || OwnHost().IsMatch(words);

    [GeneratedRegex(@"\b(?:assert|expect)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Asserts();

    [GeneratedRegex(
        @"\blocalhost\b|\b127\.|\b0\.0\.0\.0\b|\[?::1\]?\b|\b10\.\d+\.\d+\.|\b192\.168\.|\b172\.(?:1[6-9]|2\d|3[01])\."
        + @"|host\.docker\.internal|\.(?:local|svc|test)\b"
        + @"|://[a-z][\w-]*(?::\d|/|\s|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex OwnHost();

    [GeneratedRegex(@"(?:://|host:? '?|resolve |connect to )(?<host>[\w-]+(?:\.[\w-]+)+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Host();

    /// <summary>Words of a tool that only fetches, or of the platform itself.</summary>
    [GeneratedRegex(
        @"^(?:npm (?:ERR!|error)|fatal: unable to access|error: RPC failed|remote: |E: |Err:\d|ERROR: failed to solve"
        + @"|Error response from daemon|toomanyrequests)"
        + @"|pull rate limit|API rate limit exceeded|secondary rate limit|registry-1\.docker\.io|proxy\.golang\.org|repo\.maven\.apache\.org|index\.crates\.io",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex FetchingTool();

    /// <summary>A command, or an action, that installs, checks out, sets up, pulls or downloads.</summary>
    [GeneratedRegex(
        @"^(?:actions/(?:checkout|cache|setup-|upload-|download-)|[\w-]+/(?:setup|install)-|(?:sudo )?(?:apt|apt-get|apk|dnf|yum|brew|choco|conda|mamba|snap) "
        + @"|(?:python3? -m )?pip3? (?:install|download)|(?:npm|pnpm|yarn|bun) (?:ci|i|install|add)\b|yarn$|bundle install|gem install"
        + @"|composer (?:install|update|require)"
        + @"|(?:poetry|pipenv|uv|pdm) (?:install|sync)|uv pip |dotnet (?:restore|tool (?:install|restore)|workload)|nuget restore|cargo (?:fetch|install)"
        + @"|go (?:mod download|get|install)\b|rustup |curl |wget |git (?:clone|fetch|pull|submodule|lfs)|docker (?:pull|login)|helm (?:repo|dep|pull)"
        + @"|terraform init|mvn .*dependency:|(?:set ?up|install|checkout|check out|fetch|download|pull|restore)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex FetchingStep();
}
