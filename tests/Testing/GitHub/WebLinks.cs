using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Whybot.Testing.GitHub;

/// <summary>Follows links to GitHub's web pages as a person would, as far as the fake knows what they lead to.</summary>
public static partial class WebLinks
{
    /// <summary>The addresses of all Markdown links that the bot has posted into a repository.</summary>
    public static IReadOnlyList<string> Posted(FakeRepository repository) =>
    [
        .. repository.Issues.Select(i => i.Body).Concat(repository.Issues.SelectMany(i => i.Comments).Select(c => c.Body))
            .Concat(repository.PullComments.Values.SelectMany(c => c).Select(c => c.Body))
            .Concat(repository.CheckRuns.Select(c => c["output"]?["summary"]?.ToString() ?? ""))
            .SelectMany(t => Link().Matches(t).Select(m => m.Groups["url"].Value)).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Why a link leads nowhere; null if it leads to something.</summary>
    public static string? Problem(FakeGitHub github, string link)
    {
        if (!link.StartsWith(github.Url.ToString(), StringComparison.Ordinal))
            return $"{link} leads to another server";
        var (path, anchor) = link[github.Url.ToString().Length..].Split('#') is [var one, var two] ? (one, two) : (link[github.Url.ToString().Length..], "");
        if (path.Split('/') is not [var owner, var name, .. var rest] || !github.Repositories.TryGetValue($"{owner}/{name}", out var repository))
            return $"{link} leads to no repository";
        return Leads(repository, [.. rest.Select(Uri.UnescapeDataString)], anchor) ? null : $"{link} leads nowhere";
    }

    private static bool Leads(FakeRepository repository, string[] path, string anchor) => path switch
    {
        ["commit", var sha] => repository.Commits.Find(c => c.Sha == sha) is { } commit
            && (anchor.Length == 0 || commit.Files.Any(f => IsDiff(f.Path, anchor))),
        ["compare", var range] => range.Split("...") is [var from, var to] && repository.Commits.Exists(c => c.Sha == from)
            && repository.Commits.Exists(c => c.Sha == to),
        ["blob", var sha, .. { Length: > 0 } file] => repository.Commits.Exists(c => c.Sha == sha) && !file.Contains("..") && Line().IsMatch(anchor),
        ["actions", "runs", var run] => repository.Runs.Exists(r => Is(r.Id, run)),
        ["actions", "runs", var run, "job", var job] => repository.Runs.Exists(r => Is(r.Id, run) && r.Jobs.Exists(j => Is(j.Id, job))),
        ["issues", var number] => repository.Issues.Exists(i => Is(i.Number, number)),
        ["pull", var number] => repository.Pulls.Exists(p => Is(p.Number, number)),
        _ => false,
    };

    private static bool Is(long id, string text) => id.ToString(CultureInfo.InvariantCulture) == text;

    /// <summary>GitHub's anchor of a file in a commit: the hash of its path, and the side and line if one is meant.</summary>
    private static bool IsDiff(string file, string anchor) =>
        Diff().Match(anchor) is { Success: true } diff && diff.Groups["hash"].Value == Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file)));

    [GeneratedRegex(@"\]\((?<url>https?://[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"^diff-(?<hash>[0-9a-f]{64})(?:[RL]\d+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Diff();

    [GeneratedRegex(@"^(?:L\d+(?:-L\d+)?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
