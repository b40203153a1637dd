using System.Text.Json;

namespace Whybot.Foundation.Storage;

/// <summary>
/// Adds to runs the installation through which GitHub is asked about them; the first runs were stored without it. It comes from the outbox if something was
/// said about the repository, otherwise from its deliveries; if neither has it, the run has 0 until the next event for its commit.
/// </summary>
internal static class RunInstallations
{
    public static void Add(MigrationStep step)
    {
        step.Execute("""
            alter table runs add column installation bigint not null default 0;
            update runs set installation = coalesce((select max(e.installation) from effects e where e.repository = runs.repository), 0)
            """);
        var unknown = step.Query<string>("select distinct repository from runs where installation = 0").ToHashSet(StringComparer.Ordinal);
        foreach (var (repository, installation) in Delivered(step, unknown))
            step.Execute("update runs set installation = @installation where repository = @repository", new { repository, installation });
    }

    /// <summary>According to the newest delivery of each repository.</summary>
    private static Dictionary<string, long> Delivered(MigrationStep step, HashSet<string> repositories)
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        if (repositories.Count == 0)
            return found;
        foreach (var body in step.Query<byte[]>("select body from delivery_bodies order by delivery_id desc"))
        {
            if (Read(body) is var (repository, installation) && repositories.Contains(repository))
                found.TryAdd(repository, installation);
            if (found.Count == repositories.Count)
                break;
        }
        return found;
    }

    private static (string Repository, long Installation)? Read(byte[] body)
    {
        try
        {
            using var payload = JsonDocument.Parse(body);
            return payload.RootElement.GetProperty("repository").GetProperty("full_name").GetString() is { } name
                ? (name, payload.RootElement.GetProperty("installation").GetProperty("id").GetInt64()) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // Not JSON, or not about a repository.
            return null;
        }
    }
}
