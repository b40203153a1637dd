using System.Text;
using Whybot.Foundation.GitHub;

namespace Whybot.Intake.Actions;

/// <summary>
/// What GitHub Actions passes to a step in its environment, and the files through which the step answers (docs.github.com, "Variables reference").
/// </summary>
internal sealed record ActionsEnvironment(string? Event, string? EventPath, string? Token, string ApiUrl, long? RunId, string? Summary, string? Output,
    string? Temporary)
{
    public static ActionsEnvironment Read() =>
        new(Get("GITHUB_EVENT_NAME"), Get("GITHUB_EVENT_PATH"), Get("GITHUB_TOKEN"), Get("GITHUB_API_URL") ?? GitHubSettings.DefaultApiUrl,
        long.TryParse(Get("GITHUB_RUN_ID"), out var run) ? run : null, Get("GITHUB_STEP_SUMMARY"), Get("GITHUB_OUTPUT"), Get("RUNNER_TEMP"));

    /// <summary>What is missing and how to fix it; null if nothing is.</summary>
    public string? Problem =>
        Event is null || EventPath is null ? "GITHUB_EVENT_NAME and GITHUB_EVENT_PATH are needed; inside GitHub Actions they are set"
        : !File.Exists(EventPath) ? $"GITHUB_EVENT_PATH: {EventPath} does not exist"
        : Token is null ? "GITHUB_TOKEN is needed; give the step env: GITHUB_TOKEN: ${{ github.token }}"
        : null;

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

    private static string? Get(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
