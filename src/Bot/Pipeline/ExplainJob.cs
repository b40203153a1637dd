using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.GitHub;
using Whybot.Queue;

namespace Whybot.Pipeline;

/// <summary>The job that looks at a commit's checks and says why they fail. One per commit, however many events speak of it.</summary>
internal sealed record ExplainJob(long Installation, string Sha)
{
    public const string Kind = "explain";

    public static JobRequest Request(RepositoryRef repository, string sha, string? delivery) =>
        new(repository.FullName, $"{Kind}:{sha}", Kind, JsonSerializer.Serialize(new ExplainJob(repository.Installation, sha),
            JobJson.Default.ExplainJob), delivery);

    public static ExplainJob Of(Job job) => JsonSerializer.Deserialize(job.Arguments, JobJson.Default.ExplainJob)!;
}

/// <summary>The job that writes what waits in a repository's outbox.</summary>
internal sealed record PublishJob(long Installation)
{
    public const string Kind = "publish";

    public static JobRequest Request(RepositoryRef repository, string? delivery) =>
        new(repository.FullName, Kind, Kind, JsonSerializer.Serialize(new PublishJob(repository.Installation), JobJson.Default.PublishJob), delivery);

    public static PublishJob Of(Job job) => JsonSerializer.Deserialize(job.Arguments, JobJson.Default.PublishJob)!;
}

[JsonSerializable(typeof(ExplainJob))]
[JsonSerializable(typeof(PublishJob))]
internal sealed partial class JobJson : JsonSerializerContext;
