using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Foundation.Identity;

namespace Whybot.Foundation.Queue.Requests;

/// <summary>The job that runs a suite on this machine. It is in a separate line, so that the repository's other jobs can run at the same time.</summary>
internal sealed record SuiteJob(long SuiteRun)
{
    public const string Kind = "suite";

    /// <summary>The line in which a repository's suites wait.</summary>
    private const string Line = "suites";

    public static JobRequest Request(RepositoryId repository, long suiteRun, string? delivery) =>
        new(repository, $"{Kind}:{suiteRun}", Kind, JsonSerializer.Serialize(new SuiteJob(suiteRun), SuiteJobJson.Default.SuiteJob), delivery, Line);

    public static SuiteJob Of(Job job) => JsonSerializer.Deserialize(job.Arguments, SuiteJobJson.Default.SuiteJob)!;
}

[JsonSerializable(typeof(SuiteJob))]
internal sealed partial class SuiteJobJson : JsonSerializerContext;
