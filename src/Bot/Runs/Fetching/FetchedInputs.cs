using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Language.Redaction;
using Whybot.Memory.Runs;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>What is noted while a run's inputs are fetched. Names and notes come from outside; their secrets are masked when they are written.</summary>
internal sealed class FetchedInputs
{
    /// <summary>Messages that are worth knowing.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Inputs that could not be obtained, or only partly.</summary>
    public List<UnreadRecord> Unread { get; } = [];

    /// <summary>How the jobs ended.</summary>
    public List<JobRecord> Jobs { get; } = [];

    /// <param name="source">The name of the input.</param>
    public void Lost(string source, string reason) => Unread.Add(new UnreadRecord(source, null, UnreadRecord.None, reason, []));

    /// <summary>The input was truncated.</summary>
    public void Cut(string source, string reason) => Unread.Add(new UnreadRecord(source, null, UnreadRecord.Partial, reason, []));

    /// <summary>The notes as files of a suite's run, to be stored with its results.</summary>
    /// <param name="suites">The suites that it ran.</param>
    public IEnumerable<StoredResult> Stored(IReadOnlyList<string> suites)
    {
        yield return new StoredResult(JobsFile.Name, StoredJobs.Bytes([.. Jobs.Select(Masked)]));
        if (Unread.Count > 0)
            yield return new StoredResult(UnreadFile.Name, UnreadFile.Bytes([.. Unread.Select(u => Masked(u) with { Suites = suites })]));
    }

    public void Write(string folder)
    {
        WarningsFile.Write(folder, [.. Warnings.Select(Secrets.Redact)]);
        UnreadFile.Write(folder, [.. Unread.Select(Masked)]);
        if (Jobs.Count > 0)
            JobsFile.Write(folder, [.. Jobs.Select(Masked)]);
    }

    private static UnreadRecord Masked(UnreadRecord unread) => unread with { Source = Secrets.Redact(unread.Source), Reason = Secrets.Redact(unread.Reason) };

    private static JobRecord Masked(JobRecord job) => job with { Name = Secrets.Redact(job.Name), Step = Masked(job.Step), Note = Masked(job.Note) };

    private static string? Masked(string? text) => text is null ? null : Secrets.Redact(text);
}
