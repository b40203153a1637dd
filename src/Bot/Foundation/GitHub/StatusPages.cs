using System.Text.Json;

namespace Whybot.Foundation.GitHub;

/// <summary>
/// Asks GitHub's status page for its incidents: the newest fifty, those that are going on among them (Statuspage, <c>/api/v2/incidents.json</c>). The page's
/// host is only ever the one that the server's settings name, redirects are not followed, and no token is sent. That it does not answer says nothing.
/// </summary>
internal sealed partial class StatusPages(IHttpClientFactory clients, GitHubSettings settings, TimeProvider time, ILogger<StatusPages> logger) : IDisposable
{
    private const int MostBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Many commits fail during one incident.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1);
    private (DateTimeOffset At, byte[]? Answer)? _last;

    /// <returns>JSON as the page gave it; null if there is no page, or it does not answer.</returns>
    public async Task<byte[]?> IncidentsAsync(CancellationToken cancel)
    {
        if (settings.StatusPage is not { } page)
            return null;
        await _one.WaitAsync(cancel);
        try
        {
            if (_last is not { } last || time.GetUtcNow() - last.At >= Fresh)
                _last = last = (time.GetUtcNow(), await AskAsync(new Uri(page, "/api/v2/incidents.json"), cancel));
            return last.Answer;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<byte[]?> AskAsync(Uri url, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var client = clients.CreateClient(GitHubServices.Status);
            using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            response.EnsureSuccessStatusCode();
            await response.Content.LoadIntoBufferAsync(MostBytes, patience.Token);
            var answer = await response.Content.ReadAsByteArrayAsync(patience.Token);
            using var _ = JsonDocument.Parse(answer);
            return answer;
        }
        catch (Exception silent) when (silent is HttpRequestException or JsonException or IOException
            || (silent is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            Silent(url.Host, silent.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The status page {Host} did not answer: {Reason}")]
    private partial void Silent(string host, string reason);
}
