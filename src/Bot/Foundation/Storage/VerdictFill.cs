using System.Text.Json;

namespace Whybot.Foundation.Storage;

/// <summary>
/// Fills two columns that came with <c>0014-kept-figures</c>: a cause's verdict and priority when it was seen last. They stand in packed JSON, which SQL
/// cannot read.
/// </summary>
internal static class VerdictFill
{
    /// <summary>The migration that adds the columns.</summary>
    public const long With = 14;
    private const int Batch = 1000;

    public static void Run(MigrationStep step)
    {
        var (repository, cluster) = (long.MinValue, "");
        while (true)
        {
            var rows = step.Query<Row>($"""
                select repository, cluster, about from dossiers where repository > @repository or (repository = @repository and cluster > @cluster)
                order by repository, cluster limit {Batch}
                """, new { repository, cluster }).ToList();
            foreach (var row in rows)
                if (Read(row.About) is var (verdict, priority))
                    step.Execute("update causes set verdict = @verdict, priority = @priority where repository = @Repository and cluster = @Cluster",
                        new { row.Repository, row.Cluster, verdict, priority });
            if (rows.Count < Batch)
                return;
            (repository, cluster) = (rows[^1].Repository, rows[^1].Cluster);
        }
    }

    /// <summary>Null if an earlier program wrote something that cannot be read; the columns are then filled when the cause is seen again.</summary>
    private static (string? Verdict, string? Priority)? Read(byte[] about)
    {
        try
        {
            using var json = JsonDocument.Parse(Packed.Unzip(about));
            return (Text(json.RootElement, "verdict"), Text(json.RootElement, "priority"));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidDataException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record Row
    {
        public required long Repository { get; init; }
        public required string Cluster { get; init; }
        public required byte[] About { get; init; }
    }
}
