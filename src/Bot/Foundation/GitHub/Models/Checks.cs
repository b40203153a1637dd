using Whybot.Analysis.Language.Identity;

namespace Whybot.Foundation.GitHub.Models;

/// <param name="App">The App that created it; null if GitHub does not say.</param>
/// <param name="Annotations">The number of annotations.</param>
internal sealed record CheckRun(long Id, string Name, CommitSha HeadSha, string Status, string? Conclusion, string? ExternalId, CheckApp? App,
    long Annotations);

internal sealed record CheckApp(long Id, string? Slug);

/// <param name="Conclusion">Null while it is in progress; otherwise action_required, cancelled, failure, neutral, success, skipped, timed_out.</param>
internal sealed record NewCheckRun(string Name, CommitSha HeadSha, string Status, string? Conclusion, string ExternalId, NewCheckRunOutput Output,
    string? DetailsUrl = null);

/// <param name="DetailsUrl">Where its link leads; null leaves that as it is.</param>
internal sealed record CheckRunUpdate(string Status, string? Conclusion, string ExternalId, NewCheckRunOutput Output, string? DetailsUrl = null);

/// <param name="Summary">Markdown, at most 65,535 characters; the same applies to <paramref name="Text"/>.</param>
/// <param name="Annotations">At most 50 in one request.</param>
internal sealed record NewCheckRunOutput(string Title, string Summary, string? Text = null, IReadOnlyList<NewCheckRunAnnotation>? Annotations = null);

/// <param name="AnnotationLevel">notice, warning, failure.</param>
internal sealed record NewCheckRunAnnotation(string Path, int StartLine, int EndLine, string AnnotationLevel, string Message, string? Title = null);
