using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Output.Reports;
using Whybot.Features.Dashboard.Pictures;
using Whybot.Memory.Deployments;
using Whybot.Memory.Overviews;
using Whybot.Runs.RunFolders;

namespace Whybot.Features.Dashboard.Runs;

/// <summary>A run with its report.</summary>
/// <param name="Address">The address of its page.</param>
/// <param name="Place">Environment, branch or pull request.</param>
/// <param name="Report">Null if there is none yet, or if it is no longer kept.</param>
public sealed record RunModel(string Address, RepositoryName Repository, CommitSha Sha, string Place, DateTimeOffset Begun, PublishedReport? Report)
{
    public Decision? Decision { get; init; }
    public string State { get; init; } = "";

    /// <summary>Null for the checks of a commit.</summary>
    public DeploymentRun? Deployment { get; init; }
    public Acceptance? Acceptance { get; init; }

    /// <summary>How far it has come; null once it has ended, and for the checks of a commit.</summary>
    public RunProgress? Progress { get; init; }

    /// <summary>What probes saw, by target; empty for the checks of a commit.</summary>
    public IReadOnlyList<TargetLatencies> Probes { get; init; } = [];

    /// <summary>Markdown; null if there is none.</summary>
    public string? Worklog { get; init; }

    /// <summary>Causes that have their own page: those that were seen on the default branch or in an environment.</summary>
    public IReadOnlyDictionary<ClusterId, CauseRow> Held { get; init; } = new Dictionary<ClusterId, CauseRow>();
    public IReadOnlyList<Passage> Passages { get; init; } = [];
    public IReadOnlyList<FileRow> Files { get; init; } = [];

    public bool IsGoingOn => Progress is not null;

    /// <summary>Whether the browser loads the page again until there is a decision.</summary>
    public bool Reloads { get; init; }

    /// <summary>The address that opens a cited place at its line; null if its surroundings are not kept.</summary>
    public string? Evidence(PublishedCitation citation)
    {
        for (var i = 0; i < Passages.Count; i++)
            if (Passages[i].Holds(citation))
                return $"{Address}/evidence/{i + 1}#L{citation.Line ?? 1}";
        return null;
    }

    public string FileAddress(FileRow file) => $"{Address}/files/{file.Suite}/{string.Join('/', file.File.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>What the report cites at a place, in the report's own words.</summary>
    public IReadOnlyList<string> Excerpts(Passage passage) => Report is not { } report ? []
        : [.. report.Clusters.SelectMany(c => c.Whys.SelectMany(w => w.Citations).Concat(c.Suspects.SelectMany(s => s.Citations))
            .Concat(c.RuledOut.SelectMany(r => r.Citations))).Concat(report.Contradictions.SelectMany(c => c.Citations))
            .Where(passage.Holds).Select(c => c.Excerpt).Where(e => e.Length > 0).Distinct()];

    /// <summary>The text to show if no cause is known. It says that nothing failed only if that is true.</summary>
    public static string WithoutCauses(PublishedReport report) => report switch
    {
        { Decision: Analysis.Inputs.History.Decision.NotReady } => "No suite ran, because the environment was not ready.",
        { Totals: not { Failed: 0, Errors: 0 } } => "No cause could be worked out for what failed.",
        { Totals.Tests: 0 } => "No test ran.",
        { Decision: Analysis.Inputs.History.Decision.Go, Unread.Count: 0 } => "Nothing failed.",
        _ => "No test failed. Why this is not a go is said above.",
    };
}
