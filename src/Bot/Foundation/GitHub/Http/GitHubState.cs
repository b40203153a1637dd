using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Whybot.Foundation.Metrics;

namespace Whybot.Foundation.GitHub.Http;

/// <summary>
/// What this process knows about GitHub from its answers: whether it answers, what is left of the hourly limit, and who is rate-limited until when.
/// </summary>
internal sealed class GitHubState
{
    private readonly ConcurrentDictionary<long, long> _remaining = new();
    private readonly ConcurrentDictionary<long, DateTimeOffset> _limitedUntil = new();

    public GitHubState(WhybotMetrics metrics) =>
        metrics.Observe("whybot.github.budget", "requests", "Requests left of GitHub's hourly limit, by installation.",
            () => _remaining.Select(r => new Measurement<double>(r.Value, new KeyValuePair<string, object?>("installation", r.Key))));

    /// <summary>GitHub's last answer in a word: <c>ok</c>, or its status, or what kept it from answering; null before the first answer.</summary>
    public string? LastAnswer { get; set; }

    public DateTimeOffset? LimitedUntil(long installation) => _limitedUntil.TryGetValue(installation, out var until) ? until : null;

    public void Limit(long installation, DateTimeOffset until) => _limitedUntil[installation] = until;

    public void Remains(long installation, long requests) => _remaining[installation] = requests;
}
