using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Explanation.Rules;
using Whybot.Foundation.Identity;

namespace Whybot.Foundation.Queue.Requests;

/// <summary>The job that tests rules which somebody wrote into an issue.</summary>
/// <param name="Login">Who wrote them, according to the signed event.</param>
/// <param name="Blocks">As they were written at that time; empty if they were removed.</param>
internal sealed record RuleJob(int Issue, string Login, IReadOnlyList<RuleBlock> Blocks)
{
    public const string Kind = "rules";

    public static JobRequest Request(RepositoryId repository, int issue, string login, IReadOnlyList<RuleBlock> blocks, string? delivery) =>
        new(repository, $"{Kind}:{issue}", Kind, JsonSerializer.Serialize(new RuleJob(issue, login, blocks), RuleJson.Default.RuleJob), delivery);

    public static RuleJob Of(Job job) => JsonSerializer.Deserialize(job.Arguments, RuleJson.Default.RuleJob)!;
}

[JsonSerializable(typeof(RuleJob))]
internal sealed partial class RuleJson : JsonSerializerContext;
