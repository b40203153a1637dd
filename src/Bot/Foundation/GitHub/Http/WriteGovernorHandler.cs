using Whybot.Foundation.Queue;
using Whybot.Foundation.WriteLimits;

namespace Whybot.Foundation.GitHub.Http;

/// <summary>Spaces writes as GitHub asks, coordinated across all instances: each write first takes a slot of its installation.</summary>
internal sealed class WriteGovernorHandler(WriteSlots slots, GitHubSettings settings, TimeProvider time) : DelegatingHandler
{
    /// <summary>A write whose turn comes within this time waits; otherwise the job is released.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <exception cref="ShareSpentException">The caller's next slot is too far away, but others may write.</exception>
    /// <exception cref="RetryLaterException">The next slot is too far away, for every write.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request);
        if (request.Method != HttpMethod.Get && !caller.AsApp && !caller.Reads)
        {
            var turn = await slots.TakeAsync(new WriteRequest(caller.Installation, caller.Repository?.Id, caller.Answers), settings.WriteSpacing, LongestWait,
                cancellationToken);
            if (!turn.Taken && turn.OwnShare)
                throw new ShareSpentException(turn.At, $"{Caller.Name(request)} waits for its share of the write limit");
            if (!turn.Taken)
                throw new RetryLaterException(turn.At, $"{Caller.Name(request)} waits for the write limit");
            if (turn.At - time.GetUtcNow() is { Ticks: > 0 } wait)
                await Task.Delay(wait, time, cancellationToken);
        }
        return await base.SendAsync(request, cancellationToken);
    }
}
