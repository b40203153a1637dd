namespace Whybot.GitHub.Records;

/// <param name="Sha">The deployed commit.</param>
internal sealed record GitHubDeployment(long Id, string Sha, string Environment);

/// <param name="State">error, failure, inactive, in_progress, queued, pending, success.</param>
internal sealed record GitHubDeploymentStatus(string State);
