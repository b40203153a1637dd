using System.Text.Json;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub;
using Whybot.Memory.Effects;
using Whybot.Publishing;

namespace Whybot.Features.Dashboard;

/// <summary>Links to pages on GitHub.</summary>
internal sealed class GitHubLinks(GitHubSettings settings, EffectSenders senders)
{
    private readonly string _web = settings.WebUrl;

    public string Repository(RepositoryName repository) => $"{_web}/{repository}";

    public string Commit(RepositoryName repository, CommitSha sha) => $"{_web}/{repository}/commit/{sha}";

    public string Issue(RepositoryName repository, long number) => $"{_web}/{repository}/issues/{number}";

    public string Pull(RepositoryName repository, long number) => $"{_web}/{repository}/pull/{number}";

    /// <summary>Where an effect can be seen; null if it is nowhere yet, or if this version cannot tell.</summary>
    public string? Of(Effect effect)
    {
        try
        {
            return senders.Find(effect.Kind)?.Link(effect) is { } path ? $"{Repository(effect.RepositoryName)}/{path}".TrimEnd('/') : null;
        }
        catch (JsonException)
        {
            // Another version wrote the draft; its page shows it unchanged.
            return null;
        }
    }

    /// <summary>What a link to a page on GitHub says: <c>#17</c>, <c>commit 12345678</c>, <c>open</c>.</summary>
    public static string Brief(string address) => address.Split('#')[0].Split('/') switch
    {
        [.., "issues" or "pull", var number] => $"#{number}",
        [.., "commit", var sha] => $"commit {new CommitSha(sha).Short}",
        _ => "open",
    };
}
