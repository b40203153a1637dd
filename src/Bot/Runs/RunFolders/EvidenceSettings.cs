namespace Whybot.Runs.RunFolders;

/// <summary>Where evidence is kept and how much it may cost: section <c>Whybot:Evidence</c>.</summary>
internal sealed class EvidenceSettings
{
    /// <summary>The parent of the runs' folders; if it contains other files, <c>whybot-evidence</c> in it.</summary>
    public string Folder { get; init; } = Runs.RunFolders.EvidenceRoot.Own;

    /// <summary>Memory limit of one analysis, in MB.</summary>
    public int AnalysisMegabytes { get; init; } = 1024;

    public TimeSpan AnalysisTime { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Pages of 100 issues that are read per repository: the most recently updated, and if those are not all, as many pages of open ones.</summary>
    public int IssuePages { get; init; } = 5;

    /// <summary>How many commits of a comparison are read individually.</summary>
    public int Commits { get; init; } = 30;

    /// <summary>How many earlier runs a run is compared with.</summary>
    public int History { get; init; } = 10;

    /// <summary>How many files of the tested commit are read to tell which of several changes did it; 0 for none.</summary>
    public int Sources { get; init; } = 40;

    /// <summary>How long the program keeps the runs' folders it created, deliveries and finished runs.</summary>
    public TimeSpan KeepFolders { get; init; } = TimeSpan.FromDays(14);
    public TimeSpan KeepDeliveries { get; init; } = TimeSpan.FromDays(30);
    public TimeSpan KeepRuns { get; init; } = TimeSpan.FromDays(180);

    /// <summary>How long everything about a repository is kept after the App has been removed from it.</summary>
    public TimeSpan KeepForgotten { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Everything that is wrong, each with how to fix it.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Folder))
            yield return $"Whybot:Evidence:Folder: a folder is needed, for example {Runs.RunFolders.EvidenceRoot.Own}";
    }
}
