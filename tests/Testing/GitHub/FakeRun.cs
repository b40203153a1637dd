namespace Whybot.Testing.GitHub;

public sealed class FakeRun(long id, string name, string sha, string branch)
{
    public long Id => id;
    public string Name => name;
    public string Sha => sha;
    public string Branch => branch;
    public string Event { get; set; } = "pull_request";

    /// <summary><c>owner/name</c> of where its commit comes from; null for a fork that was deleted.</summary>
    public string? HeadRepository { get; set; }

    /// <summary>The workflow's <c>run-name</c>; its name where it has none.</summary>
    public string? Title { get; set; }
    public string Status { get; set; } = "completed";
    public string? Conclusion { get; set; }
    public int Attempt { get; set; } = 1;

    /// <summary>When it was last changed; null for a day long ago.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>How long before that it was created; null for a moment that nothing depends on.</summary>
    public TimeSpan? Took { get; set; }
    public List<FakeJob> Jobs { get; } = [];
    public List<FakeArtifact> Artifacts { get; } = [];
    private readonly Dictionary<int, IReadOnlyList<FakeJob>> _before = [];

    public IEnumerable<FakeJob> AllJobs => _before.Values.SelectMany(j => j).Concat(Jobs);

    /// <summary>The jobs of one attempt; of those before the last one, if they differed.</summary>
    public IReadOnlyList<FakeJob> JobsOf(int attempt) => attempt == Attempt ? Jobs : _before.GetValueOrDefault(attempt, Jobs);

    /// <summary>Begins another attempt: the jobs so far are those of the attempt before it.</summary>
    public FakeRun Rerun(string conclusion)
    {
        _before[Attempt++] = [.. Jobs];
        Jobs.Clear();
        Conclusion = conclusion;
        return this;
    }

    public FakeRun Job(string jobName, string conclusion, string log, string? failedStep = null)
    {
        Jobs.Add(new FakeJob(id * 100 + AllJobs.Count(), jobName, conclusion, log) { FailedStep = failedStep });
        return this;
    }

    /// <summary>A job that no runner took.</summary>
    public FakeRun NeverRan(string jobName, string conclusion, params string[] annotations)
    {
        Jobs.Add(new FakeJob(id * 100 + AllJobs.Count(), jobName, conclusion, "") { Ran = false, Annotations = annotations });
        return this;
    }

    public FakeRun Artifact(string artifactName, byte[] zip)
    {
        Artifacts.Add(new FakeArtifact(id * 100 + Artifacts.Count, artifactName, zip));
        return this;
    }
}

public sealed record FakeJob(long Id, string Name, string Conclusion, string Log)
{
    /// <summary>The step that ended it; null for none.</summary>
    public string? FailedStep { get; init; }

    /// <summary>False if no runner took it: it has no steps and no log.</summary>
    public bool Ran { get; init; } = true;

    /// <summary>What GitHub notes on its page.</summary>
    public IReadOnlyList<string> Annotations { get; init; } = [];
}

public sealed record FakeArtifact(long Id, string Name, byte[] Zip)
{
    /// <summary>GitHub no longer has it: 410.</summary>
    public bool Gone { get; set; }

    /// <summary>It is listed, and its time is over.</summary>
    public bool Expired { get; set; }

    /// <summary>As the list says it; null for the real size.</summary>
    public long? Size { get; set; }
}
