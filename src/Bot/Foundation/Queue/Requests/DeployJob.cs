using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;

namespace Whybot.Foundation.Queue.Requests;

/// <summary>The job that advances an environment's newest deployment by a step.</summary>
internal sealed record DeployJob(long Deployment, string Environment, CommitSha Sha)
{
    public const string Kind = "deploy";

    /// <summary>One per environment: a newer deployment replaces one that is waiting.</summary>
    public static JobRequest Request(RepositoryId repository, long deployment, string environment, CommitSha sha, string? delivery) =>
        new(repository, $"{Kind}:{EnvironmentNames.KeyOf(environment)}", Kind,
            JsonSerializer.Serialize(new DeployJob(deployment, environment, sha), DeployJobJson.Default.DeployJob), delivery);

    public static DeployJob Of(Job job) => JsonSerializer.Deserialize(job.Arguments, DeployJobJson.Default.DeployJob)!;
}

[JsonSerializable(typeof(DeployJob))]
internal sealed partial class DeployJobJson : JsonSerializerContext;
