using System.Text.Json;
using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Runs.RunFolders;

/// <summary>How the jobs of a suite's run ended, as stored with its results.</summary>
internal static class StoredJobs
{
    public static byte[] Bytes(IReadOnlyList<JobRecord> jobs) => JsonSerializer.SerializeToUtf8Bytes(jobs, JobsJson.Default.IReadOnlyListJobRecord);

    /// <summary>Reads what <see cref="Bytes"/> wrote.</summary>
    public static IReadOnlyList<JobRecord> Of(byte[] bytes) => JsonSerializer.Deserialize(bytes, JobsJson.Default.IReadOnlyListJobRecord) ?? [];
}
