namespace Whybot.Foundation.GitHub.Http;

/// <summary>
/// No wait is endless. An answer must arrive, and be read whole, within <see cref="GitHubSettings.Timeout"/>. One that is read as it arrives may take longer,
/// but must not be silent for <see cref="GitHubSettings.Silence"/>.
/// </summary>
internal sealed class TimeLimitHandler(GitHubSettings settings, TimeProvider time) : DelegatingHandler
{
    /// <summary>Limit for an answer that is read whole. GitHub's largest, comparisons of many commits, are a few megabytes.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    /// <exception cref="TimeoutException">There was no answer in time.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.Timeout);
        HttpResponseMessage? answer = null;
        try
        {
            answer = await base.SendAsync(request, limit.Token);
            if (Caller.Of(request).Streams && answer.IsSuccessStatusCode)
                answer.Content = new UnstalledContent(answer.Content, settings.Silence, time);
            else
                await answer.Content.LoadIntoBufferAsync(MostBytes, limit.Token);
            return answer;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            answer?.Dispose();
            throw new TimeoutException($"no answer in {settings.Timeout.TotalSeconds:0} s", late);
        }
        catch
        {
            answer?.Dispose();
            throw;
        }
    }
}
