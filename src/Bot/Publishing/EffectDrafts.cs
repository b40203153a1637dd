using System.Text.Json.Serialization;
using Whybot.Analysis.Filing;

namespace Whybot.Publishing;

/// <param name="Conclusion">As <see cref="Analysis.Decisions.Gates.DecisionTable"/> gives it; null while it goes on.</param>
/// <param name="Name">Of the check run; drafts from when a commit had only one don't name it.</param>
internal sealed record CheckEffect(string Sha, string? Conclusion, CheckDraft Check, string Name = CheckRunSender.Name)
{
    public const string Kind = "check";
}

/// <summary>A comment that is there once and is edited in place.</summary>
/// <param name="Number">Of the pull request or issue.</param>
/// <param name="Marker">The hidden line in it.</param>
/// <param name="Answers">Login of the person whom it answers; null for nobody.</param>
internal sealed record CommentEffect(int Number, string Marker, string Body, string? Answers = null)
{
    public const string OnPull = "comment";
    public const string OnIssue = "note";
    public const string Reply = "reply";
    public const string News = "news";
    public const string Rules = "rules";
}

internal sealed record IssueEffect(IssueDraft Issue)
{
    public const string Kind = "issue";
}

/// <summary>The table of an issue of the bot's own, to be brought up to date.</summary>
/// <param name="Occasion">
/// What has changed: the newest commit in which one of its causes was seen, or the command that moved one. It is only there to make the draft another; the
/// first drafts have none.
/// </param>
internal sealed record SeenEffect(int Issue, string Occasion = "")
{
    public const string Kind = "seen";
}

/// <summary>A change of an issue that a person asked for or that the ledger's figures do; done again it changes nothing.</summary>
/// <param name="State">open or closed; null to leave it.</param>
/// <param name="StateReason">completed, not_planned, duplicate, reopened.</param>
internal sealed record ChangeEffect(int Issue, string? State, string? StateReason, IReadOnlyList<string> AddLabels, IReadOnlyList<string> RemoveLabels,
    IReadOnlyList<string> Assignees)
{
    public const string Kind = "change";

    public static ChangeEffect OfState(int issue, string state, string reason) => new(issue, state, reason, [], [], []);
}

/// <summary>The weekly digest, in one issue.</summary>
internal sealed record DigestEffect(string Body, IReadOnlyList<string> Labels)
{
    public const string Kind = "digest";

    /// <summary>There is one.</summary>
    public const string Target = "weekly";
}

/// <summary>A workflow's run that is to run again.</summary>
/// <param name="Attempt">The one after which it is to run again.</param>
internal sealed record RerunEffect(long Run, int Attempt, bool OnlyFailed)
{
    public const string Kind = "rerun";
}

/// <summary>A draft pull request that reverts one.</summary>
/// <param name="Title">Of the cause that it is suspected of.</param>
/// <param name="Thread">Where it was asked for.</param>
internal sealed record RevertEffect(int Pull, string Title, int Thread)
{
    public const string Kind = "revert";
}

/// <summary>A workflow to be started, once.</summary>
/// <param name="Ref">Branch or tag; null for the default branch.</param>
/// <param name="Correlation">One of its inputs, by which its run is found again.</param>
internal sealed record DispatchEffect(string Workflow, string? Ref, IReadOnlyDictionary<string, string> Inputs, string Correlation, string Reason, DateTimeOffset At)
{
    public const string Kind = "dispatch";

    /// <summary>The deployment that it is started after, and that must still be the newest then; null where that does not matter.</summary>
    public long? Deployment { get; init; }
}

/// <summary>A file to be committed to a branch, which is made when it does not exist.</summary>
internal sealed record CommitEffect(string Branch, string Path, string Message, string Text)
{
    public const string Kind = "commit";
}

/// <summary>A draft that lacks a part, as another version may have written it, is an error: without it a comment would be empty.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CheckEffect))]
[JsonSerializable(typeof(CommentEffect))]
[JsonSerializable(typeof(IssueEffect))]
[JsonSerializable(typeof(SeenEffect))]
[JsonSerializable(typeof(ChangeEffect))]
[JsonSerializable(typeof(DigestEffect))]
[JsonSerializable(typeof(RerunEffect))]
[JsonSerializable(typeof(RevertEffect))]
[JsonSerializable(typeof(DispatchEffect))]
[JsonSerializable(typeof(CommitEffect))]
internal sealed partial class EffectJson : JsonSerializerContext;
