using System.Text;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Identity;

namespace Whybot.Intake.Actions;

/// <summary>
/// What GitHub Actions passes to a step in its environment, and the files through which the step answers (docs.github.com, "Variables reference").
/// </summary>
internal sealed record ActionsEnvironment(string? Event, string? EventPath, string? Token, string ApiUrl, long? RunId, string? Summary, string? Output,
    string? Temporary)
{
    /// <summary>The repository whose workflow this is; null if the name is missing or is none.</summary>
    public RepositoryRef? Repository { get; init; }

    /// <summary>The attempt of the workflow run, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The file of this workflow, as <c>.github/workflows/whybot.yml</c>; empty if it is not known.</summary>
    public string Workflow { get; init; } = "";

    /// <summary>Whether <see cref="Workflow"/> can be part of a query.</summary>
    public bool IsWorkflowPlain => Workflow.Length > 0 && Workflow.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_');

    /// <summary>Whether somebody asked for the runner's debug log.</summary>
    public bool IsDebug { get; init; }

    public static ActionsEnvironment Read() =>
        new(Get("GITHUB_EVENT_NAME"), Get("GITHUB_EVENT_PATH"), Get("GITHUB_TOKEN"), Get("GITHUB_API_URL") ?? GitHubSettings.DefaultApiUrl,
        long.TryParse(Get("GITHUB_RUN_ID"), out var run) ? run : null, Get("GITHUB_STEP_SUMMARY"), Get("GITHUB_OUTPUT"), Get("RUNNER_TEMP"))
        {
            Repository = RepositoryName.TryParse(Get("GITHUB_REPOSITORY"), out var name)
                ? new RepositoryRef(long.TryParse(Get("GITHUB_REPOSITORY_ID"), out var id) ? new RepositoryId(id) : RepositoryId.Unknown, 0, name) : null,
            Attempt = int.TryParse(Get("GITHUB_RUN_ATTEMPT"), out var attempt) ? attempt : 1,
            Workflow = Get("GITHUB_WORKFLOW_REF")?.Split('@')[0].Split('/', 3) is [_, _, var file] ? file : "",
            IsDebug = Get("RUNNER_DEBUG") == "1",
        };

    /// <summary>What is missing and how to fix it; null if nothing is.</summary>
    public string? Problem =>
        Event is null || EventPath is null || Repository is null
            ? "GITHUB_EVENT_NAME, GITHUB_EVENT_PATH and GITHUB_REPOSITORY are needed; inside GitHub Actions they are set"
        : !File.Exists(EventPath) ? $"GITHUB_EVENT_PATH: {EventPath} does not exist"
        : Token is null ? "GITHUB_TOKEN is needed; give the step env: GITHUB_TOKEN: ${{ github.token }}"
        : null;

    /// <summary>A folder of this run's own.</summary>
    public string Folder => Path.Combine(Temporary ?? Path.GetTempPath(), $"whybot-{RunId ?? System.Environment.ProcessId}-{Attempt}");

    /// <summary>Adds to the job's summary, or prints to standard output if there is no summary file.</summary>
    public void Summarise(string markdown)
    {
        if (Summary is null)
            Console.WriteLine(markdown);
        else
            File.AppendAllText(Summary, markdown + "\n");
    }

    /// <summary>Sets an output of the step. Line breaks in the value become spaces.</summary>
    public void Set(string name, string value)
    {
        if (Output is not null)
            File.AppendAllText(Output, $"{name}={value.ReplaceLineEndings(" ")}\n", new UTF8Encoding(false));
    }

    private static string? Get(string name) => System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
