using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.Identity;

namespace Whybot.Foundation.Queue.Requests;

/// <summary>The job that updates an issue filed by the bot after something about its causes, or about the issue itself, has changed.</summary>
internal sealed record IssueLifecycleJob(int Issue)
{
    public const string Kind = "upkeep";

    public static JobRequest Request(RepositoryId repository, int issue, string? delivery) =>
        new(repository, $"{Kind}:{issue}", Kind, JsonSerializer.Serialize(new IssueLifecycleJob(issue), IssueLifecycleJson.Default.IssueLifecycleJob),
            delivery);

    public static IssueLifecycleJob Of(Job job) => JsonSerializer.Deserialize(job.Arguments, IssueLifecycleJson.Default.IssueLifecycleJob)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(PriorityJson)])]
[JsonSerializable(typeof(IssueLifecycleJob))]
[JsonSerializable(typeof(NotifiedState))]
internal sealed partial class IssueLifecycleJson : JsonSerializerContext;
