namespace Whybot.Pipeline;

/// <summary>Where evidence is kept and what it may cost: section <c>Whybot:Evidence</c>.</summary>
internal sealed class EvidenceSettings
{
    /// <summary>Folder of the runs' folders; where it holds files of others, <c>whybot-evidence</c> in it.</summary>
    public string Folder { get; init; } = Runs.RunFolders.EvidenceRoot.Own;

    /// <summary>Memory of one analysis, in MB.</summary>
    public int AnalysisMegabytes { get; init; } = 1024;

    public TimeSpan AnalysisTime { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Issues that are read of a repository, in pages of 100: what was written to last, and where that is not all, as many of the open ones.</summary>
    public int IssuePages { get; init; } = 5;

    /// <summary>Commits of a comparison that are read one by one.</summary>
    public int Commits { get; init; } = 30;

    /// <summary>Earlier runs that a run is compared with.</summary>
    public int History { get; init; } = 10;

    /// <summary>How long runs' folders, of those that the program made, deliveries and finished runs are kept.</summary>
    public TimeSpan KeepFolders { get; init; } = TimeSpan.FromDays(14);
    public TimeSpan KeepDeliveries { get; init; } = TimeSpan.FromDays(30);
    public TimeSpan KeepRuns { get; init; } = TimeSpan.FromDays(180);

    /// <summary>How long everything about a repository is kept after the App was removed from it.</summary>
    public TimeSpan KeepForgotten { get; init; } = TimeSpan.FromDays(30);

    /// <summary>All that is wrong, each with what to do.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Folder))
            yield return $"Whybot:Evidence:Folder: a folder is needed, for example {Runs.RunFolders.EvidenceRoot.Own}";
    }
}
