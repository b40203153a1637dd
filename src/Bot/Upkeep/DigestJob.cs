using System.Text.Json;
using Whybot.GitHub;
using Whybot.Queue;

namespace Whybot.Upkeep;

/// <summary>The job that writes a repository's weekly digest.</summary>
internal sealed record DigestJob(long Installation)
{
    public const string Kind = "digest";

    public static JobRequest Request(RepositoryRef repository) =>
        new(repository.FullName, Kind, Kind, JsonSerializer.Serialize(new DigestJob(repository.Installation), UpkeepJson.Default.DigestJob), null);

    public static DigestJob Of(Job job) => JsonSerializer.Deserialize(job.Arguments, UpkeepJson.Default.DigestJob)!;
}
