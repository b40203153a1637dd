using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Gates;
using Whybot.Analysis.Reports;
using Whybot.Analysis.Settings;

namespace Whybot.Analysis.Filing;

/// <summary>All that a run would have GitHub show, as values: the output of the analysis for whoever publishes it.</summary>
/// <param name="Failing">Something fails, or could not be judged.</param>
/// <param name="Gates">The settings want the check to fail where something fails.</param>
/// <param name="Comment">Markdown for the pull request; bears its marker.</param>
/// <param name="Issues">New ones; at most one when very much is new at once.</param>
/// <param name="Notes">For open issues that causes belong to and that the bot did not file itself.</param>
/// <param name="Causes">All that were seen, for the ledger.</param>
public sealed record RunDrafts(int Schema, string Decision, bool Failing, bool Gates, CheckDraft Check, string Comment,
    IReadOnlyList<IssueDraft> Issues, IReadOnlyList<NoteDraft> Notes,
    IReadOnlyList<SeenCause> Causes)
{
    public static RunDrafts Of(Report report, RepositorySettings settings) => new(
        1, DecisionWord(report.Decision), report.Totals.Bad > 0 || report.Clusters.Count > 0 || report.Totals.Ran == 0,
        settings.CheckGates, CheckDraft.Of(report), CommentWriter.Write(report),
        IssueDrafter.Draft(report, settings), NoteWriter.Write(report),
        [.. Environment(report), .. report.Clusters.Select(c => new SeenCause(c.Id, c.Title, c.Tests.Count, Wording.Of(c.Verdict.Kind), c.Issue is { Own: true } own ? own.Number : c.ClosedIssue))]);

    /// <summary>An environment that is not ready is a cause too.</summary>
    private static IEnumerable<SeenCause> Environment(Report report) =>
        EnvironmentIssue.CauseOf(report) is { } cause ? [new SeenCause(cause, $"{report.Deployment.Environment} is not ready", 0, "environment",
            report.Filed.TryGetValue(cause, out var issue) ? issue : null)] : [];

    /// <summary>As the report writes it: go, no-go, inconclusive.</summary>
    private static string DecisionWord(Decision decision) => JsonNamingPolicy.KebabCaseLower.ConvertName(decision.ToString());

    public string ToJson() => JsonSerializer.Serialize(this, RunDraftsJson.Default.RunDrafts);

    /// <exception cref="JsonException">The text is none.</exception>
    public static RunDrafts FromJson(string json) => JsonSerializer.Deserialize(json, RunDraftsJson.Default.RunDrafts) ?? throw new JsonException("null");
}

/// <param name="Issue">The issue that the bot filed for it; null where there is none.</param>
public sealed record SeenCause(string Cluster, string Title, int Tests, string Verdict, int? Issue);

/// <summary>A comment for an issue that a cause belongs to.</summary>
public sealed record NoteDraft(int Issue, string Cluster, string Body);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunDrafts))]
internal sealed partial class RunDraftsJson : JsonSerializerContext;
