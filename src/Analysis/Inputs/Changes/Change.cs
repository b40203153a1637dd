using Whybot.Analysis.Language.Identity;

namespace Whybot.Analysis.Inputs.Changes;

/// <summary>What changed between the last deployment known to be good and this one.</summary>
/// <param name="Base">The commit that was deployed before.</param>
/// <param name="Source">The file in the incident's folder with the API answer of the comparison.</param>
/// <param name="FileHistory">The commits that touched a file, newest first, by path.</param>
public sealed record ChangeSet(CommitSha Base, CommitSha Head, string Source, IReadOnlyList<Commit> Commits, IReadOnlyDictionary<string,
    IReadOnlyList<PastCommit>> FileHistory)
{
    public IEnumerable<(Commit Commit, ChangedFile File)> Files => Commits.SelectMany(c => c.Files.Select(f => (c, f)));
}

/// <summary>One commit with its files.</summary>
/// <param name="Source">The file in the incident's folder with the API answer for the commit.</param>
public sealed record Commit(CommitSha Sha, string Message, string? Author, DateTimeOffset? Date, string Source, IReadOnlyList<ChangedFile> Files,
    PullRequest? Pull, IReadOnlyList<CheckRun> Checks)
{
    public string Title => Message.Split('\n')[0].Trim();
}

/// <param name="Pointer">JSON pointer of the file in the commit's answer.</param>
/// <param name="Status">added, modified, removed or renamed.</param>
public sealed record ChangedFile(string Path, string? PreviousPath, string Status, string Patch, string Source, string Pointer);

public sealed record PullRequest(int Number, string Title, CommitSha HeadSha, string Source, string Pointer);

/// <summary>A check that ran on a pull request's head.</summary>
public sealed record CheckRun(string Name, string Conclusion, string Source, string Pointer);

public sealed record PastCommit(CommitSha Sha, DateTimeOffset? Date, string Source, string Pointer);
