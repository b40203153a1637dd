using System.Text.Json.Serialization;
using Whybot.Analysis.Output.Filing;
using Whybot.Runs.Fetching;

namespace Whybot.Publishing;

/// <param name="Conclusion">As <see cref="Analysis.Decisions.Gates.DecisionTable"/> returns it; null while the run is in progress.</param>
/// <param name="Name">The check run's name; absent in drafts from when a commit had only one.</param>
internal sealed record CheckEffect(string Sha, string? Conclusion, CheckDraft Check, string Name = Subject.CheckName)
{
    public const string Kind = "check";
}

/// <summary>A comment that exists once and is edited in place.</summary>
/// <param name="Number">The number of the pull request or issue.</param>
/// <param name="Marker">The hidden line in it.</param>
/// <param name="Answers">Login of the person it answers; null if nobody.</param>
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

/// <summary>An update of the table in an issue that the bot filed.</summary>
/// <param name="Occasion">
/// What has changed: the newest commit in which one of its causes was seen, or the command that moved one. Its only purpose is to make the draft different; the
/// first drafts have none.
/// </param>
internal sealed record SeenEffect(int Issue, string Occasion = "")
{
    public const string Kind = "seen";
}

/// <summary>A change to an issue that a person asked for or that follows from the ledger's figures; repeating it changes nothing.</summary>
/// <param name="State">open or closed; null to leave it unchanged.</param>
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

    /// <summary>There is only one digest.</summary>
    public const string Target = "weekly";
}

/// <summary>A workflow run to rerun.</summary>
/// <param name="Attempt">The attempt after which it should run again.</param>
internal sealed record RerunEffect(long Run, int Attempt, bool OnlyFailed)
{
    public const string Kind = "rerun";
}

/// <summary>A draft pull request that reverts another one.</summary>
/// <param name="Title">The title of the cause that the pull request is suspected of.</param>
/// <param name="Thread">The thread where it was requested.</param>
internal sealed record RevertEffect(int Pull, string Title, int Thread)
{
    public const string Kind = "revert";
}

/// <summary>A workflow to start once.</summary>
/// <param name="Ref">Branch or tag; null for the default branch.</param>
/// <param name="Correlation">One of its inputs, used to find its run again.</param>
internal sealed record DispatchEffect(string Workflow, string? Ref, IReadOnlyDictionary<string, string> Inputs, string Correlation, string Reason,
    DateTimeOffset At)
{
    public const string Kind = "dispatch";

    /// <summary>The deployment after which it is started, which must still be the newest at that time; null if that does not matter.</summary>
    public long? Deployment { get; init; }
}

/// <summary>A file to commit to a branch, which is created if it does not exist.</summary>
internal sealed record CommitEffect(string Branch, string Path, string Message, string Text)
{
    public const string Kind = "commit";
}

/// <summary>A draft with a missing part, as another version may have written it, is an error: otherwise a comment would be empty.</summary>
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
