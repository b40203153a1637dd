using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Whybot.GitHub;

/// <summary>Typed requests on a <see cref="GitHubConnection"/>.</summary>
internal static class Requests
{
    /// <summary>Pages of one list that are followed at most.</summary>
    private const int MostPages = 20;

    public static async Task<T> GetAsync<T>(this GitHubConnection connection, RepositoryRef repository, string path, JsonTypeInfo<T> type,
        CancellationToken cancel) =>
        Read(await connection.SendAsync(Request(HttpMethod.Get, repository, path), cancel), type);

    /// <summary>Null when there is none.</summary>
    public static async Task<T?> FindAsync<T>(this GitHubConnection connection, RepositoryRef repository, string path, JsonTypeInfo<T> type,
        CancellationToken cancel) where T : class =>
        await connection.FindAsync(Request(HttpMethod.Get, repository, path), cancel) is { } answer ? Read(answer, type) : null;

    /// <summary>The answers of all pages, one after another.</summary>
    public static async IAsyncEnumerable<T> PagesAsync<T>(this GitHubConnection connection, RepositoryRef repository, string path, JsonTypeInfo<T> type,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel, int most = MostPages)
    {
        string? next = $"repos/{repository.FullName}/{path}";
        for (var page = 0; next is not null && page < most; page++)
        {
            var answer = await connection.SendAsync(new GitHubRequest(HttpMethod.Get, next, repository.Installation), cancel);
            yield return Read(answer, type);
            next = answer.Next;
        }
    }

    public static async Task<TAnswer> WriteAsync<T, TAnswer>(this GitHubConnection connection, HttpMethod method, RepositoryRef repository,
        string path, T body, JsonTypeInfo<T> type,
        JsonTypeInfo<TAnswer> answer, CancellationToken cancel) =>
        Read(await connection.SendAsync(Request(method, repository, path) with { Body = GitHubJson.Write(body, type) }, cancel), answer);

    public static Task<GitHubAnswer> WriteAsync<T>(this GitHubConnection connection, HttpMethod method, RepositoryRef repository, string path, T body,
        JsonTypeInfo<T> type, CancellationToken cancel) =>
        connection.SendAsync(Request(method, repository, path) with { Body = GitHubJson.Write(body, type) }, cancel);

    public static GitHubRequest Request(HttpMethod method, RepositoryRef repository, string path) =>
        new(method, path.Length == 0 ? $"repos/{repository.FullName}" : $"repos/{repository.FullName}/{path}", repository.Installation);

    /// <summary>A part of a path that comes from outside, such as a branch.</summary>
    public static string Part(string text) => string.Join('/', text.Split('/').Select(Uri.EscapeDataString));

    /// <exception cref="GitHubUnreachableException">The answer is not what GitHub documents.</exception>
    public static T Read<T>(GitHubAnswer answer, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body, type) ?? throw new JsonException("null");
        }
        catch (JsonException broken)
        {
            throw new GitHubUnreachableException(typeof(T).Name, $"the answer cannot be read: {broken.Message}", broken);
        }
    }
}
