using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Language.Identity;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>Commits of a range that a later one takes back, and those that do so: together they change nothing.</summary>
internal static partial class Reverts
{
    /// <param name="commits">Oldest first.</param>
    public static IReadOnlySet<CommitSha> Of(IReadOnlyList<Commit> commits)
    {
        var undone = new HashSet<CommitSha>();
        // The newest first: a revert that was itself reverted takes nothing back.
        for (var i = commits.Count - 1; i > 0; i--)
            if (!undone.Contains(commits[i].Sha) && Reverted(commits[i].Message, commits.Take(i).Where(c => !undone.Contains(c.Sha)).ToList()) is { } before)
                undone.UnionWith([before.Sha, commits[i].Sha]);
        return undone;
    }

    private static Commit? Reverted(string message, IReadOnlyList<Commit> earlier)
    {
        if (Sha().Match(message) is { Success: true } sha)
            return earlier.LastOrDefault(c => c.Sha.Value.StartsWith(sha.Groups["sha"].Value, StringComparison.OrdinalIgnoreCase));
        return Title().Match(message) is { Success: true } title ? earlier.LastOrDefault(c => c.Title == title.Groups["title"].Value) : null;
    }

    [GeneratedRegex(@"This reverts commit (?<sha>[0-9a-f]{7,64})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Sha();

    [GeneratedRegex("^Revert \"(?<title>.{1,300})\"(?: \\(#\\d+\\))?\\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 10000)]
    private static partial Regex Title();
}
