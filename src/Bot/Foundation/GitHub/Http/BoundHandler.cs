namespace Whybot.Foundation.GitHub.Http;

/// <summary>Binds the requests of one call to its caller and to the job's cancellation, which Octokit's methods do not accept.</summary>
internal sealed class BoundHandler(Caller caller, HttpMessageHandler pipeline, CancellationToken job) : DelegatingHandler(pipeline)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        caller.Mark(request);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, job);
        return await base.SendAsync(request, either.Token);
    }

    /// <summary>The pipeline is shared and outlives the call, so it is not disposed.</summary>
    protected override void Dispose(bool disposing) => base.Dispose(disposing: false);
}
