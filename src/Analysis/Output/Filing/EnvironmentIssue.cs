using System.Text;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Analysis.Output.Filing;

/// <summary>Drafts the single issue about an environment that is not ready, so no suite ran against it.</summary>
internal static class EnvironmentIssue
{
    /// <summary>What the body says of the environment that it begins with.</summary>
    internal const string NotReady = " is not ready, so no suite was run against it: ";

    /// <summary>The cause that the issue is filed under; one per environment and its worst service.</summary>
    public static ClusterId? CauseOf(Report report) =>
        report.Totals.Ran == 0 && report.Deployment.Environment is { } environment && Down(report) is { } service
            ? new ClusterId($"down-{Word(environment)}-{Word(service.Name)}") : null;

    public static IssueDraft? Draft(Report report, RepositorySettings settings)
    {
        if (CauseOf(report) is not { } cause || report.Filed.ContainsKey(cause))
            return null;
        var down = Down(report)!;
        var text = new StringBuilder($"{Markdown.Code(report.Deployment.Environment!)}{NotReady}"
            + $"{Markdown.Code(down.Name)}, {Markdown.Code(down.Because)}.\n\n");
        text.Append(ReadinessTable.Write(report.Services));
        text.Append("\n**What to do**\n\n");
        text.Append($"- *Now*: bring {Markdown.Code(down.Name)} up; the next deployment is looked at again.\n- *Prevent*: alert on this probe, and let a "
            + $"deployment fail where it fails.\n");
        text.Append($"\n{SeenTable.Heading}\n\n"
            + $"{SeenTable.Write([new SeenRow(report.Deployment.CreatedAt, report.Deployment.Environment!, report.Deployment.Sha ?? default, 0)])}\n");
        var title = SafeText.OneLine(Secrets.Redact($"{report.Deployment.Environment} is not ready: {down.Name}, {down.Because}"), 120);
        return new IssueDraft(cause.Value, title, IssueDrafter.Labels(Priority.P0, settings), IssueDrafter.Whole(text.ToString(), cause.Value, []), [cause]);
    }

    private static ServiceReadiness? Down(Report report) => report.Services.FirstOrDefault(s => !s.Ready);

    private static string Word(string text) => string.Concat(text.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(15));
}
