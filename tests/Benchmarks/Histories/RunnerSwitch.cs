namespace Whybot.Benchmarks.Histories;

/// <summary>Counts the requests of one workflow run inside this process, and stops it at one of them: from then on none leaves it.</summary>
/// <param name="killAt">The number of the request at which the run is stopped, from 1; null to let it end.</param>
/// <param name="afterwards">Whether GitHub still does what that request asks for.</param>
internal sealed class RunnerSwitch(int? killAt, bool afterwards, CancellationTokenSource run)
{
    private int _requests;

    public int Requests => _requests;

    public bool IsKilled { get; private set; }

    /// <summary>As a part of the pipeline of requests, next to the network.</summary>
    public DelegatingHandler Handler() => new Counting(this);

    private async Task<HttpResponseMessage> SendAsync(Func<Task<HttpResponseMessage>> send)
    {
        var number = Interlocked.Increment(ref _requests);
        if (number != killAt)
            return IsKilled ? throw new OperationCanceledException(run.Token) : await send();
        IsKilled = true;
        if (afterwards)
            (await send()).Dispose();
        await run.CancelAsync();
        throw new OperationCanceledException(run.Token);
    }

    private sealed class Counting(RunnerSwitch of) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            of.SendAsync(() => base.SendAsync(request, cancellationToken));
    }
}
