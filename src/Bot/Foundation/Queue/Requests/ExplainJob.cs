using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;

namespace Whybot.Foundation.Queue.Requests;

/// <summary>The job that examines a commit's checks and explains why they fail. One per commit, however many events mention it.</summary>
internal sealed record ExplainJob(CommitSha Sha)
{
    public const string Kind = "explain";

    public static JobRequest Request(RepositoryId repository, CommitSha sha, string? delivery) =>
        new(repository, $"{Kind}:{sha}", Kind, JsonSerializer.Serialize(new ExplainJob(sha), JobJson.Default.ExplainJob), delivery);

    public static ExplainJob Of(Job job) => JsonSerializer.Deserialize(job.Arguments, JobJson.Default.ExplainJob)!;
}

/// <summary>The job that sends what is waiting in a repository's outbox.</summary>
internal static class PublishJob
{
    public const string Kind = "publish";

    public static JobRequest Request(RepositoryId repository, string? delivery) =>
        new(repository, Kind, Kind, "{}", delivery);
}

[JsonSerializable(typeof(ExplainJob))]
internal sealed partial class JobJson : JsonSerializerContext;
