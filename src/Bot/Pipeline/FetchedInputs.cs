using Whybot.Analysis.Evidence;
using Whybot.Analysis.Logs;
using Whybot.Storage;

namespace Whybot.Pipeline;

/// <summary>What is noted while a run's inputs are fetched. Names and notes are from outside: their secrets are masked when they are written.</summary>
internal sealed class FetchedInputs
{
    /// <summary>Worth knowing, in words.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Inputs that could not be had, or not as a whole.</summary>
    public List<UnreadRecord> Unread { get; } = [];

    /// <summary>How the jobs ended.</summary>
    public List<JobRecord> Jobs { get; } = [];

    /// <param name="source">What the input is called.</param>
    public void Lost(string source, string reason) => Unread.Add(new UnreadRecord(source, null, UnreadRecord.None, reason, []));

    /// <summary>It was cut.</summary>
    public void Cut(string source, string reason) => Unread.Add(new UnreadRecord(source, null, UnreadRecord.Partial, reason, []));

    /// <summary>As files of a suite's run, to be stored with its results.</summary>
    /// <param name="suites">What it ran.</param>
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
