using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Trust;

namespace Whybot.Runs.Fetching;

/// <summary>What drafts are about, and where they may be shown.</summary>
/// <param name="Origin">Where the commit comes from; this determines what may be done with the drafts.</param>
/// <param name="Pulls">Pull requests to comment on.</param>
/// <param name="Kept">Pull requests whose existing comment is kept up to date; no new comment is posted.</param>
/// <param name="Filing">Permission to file new issues; null if none.</param>
/// <param name="Failing">Whether something fails, regardless of the drafts' findings.</param>
internal sealed record Subject(CommitSha Sha, CommitOrigin Origin, IReadOnlyList<int> Pulls, IReadOnlyList<int> Kept, FilingLeave? Filing, bool Failing)
{
    /// <summary>Null for a commit's checks.</summary>
    public string? Environment => (Origin as CommitOrigin.Deployed)?.Environment;

    /// <summary>Permission for what outlasts a thread; null if none.</summary>
    public Mandate? Mandate => Mandate.Of(Origin);

    /// <summary>Name of the check run.</summary>
    public string Check => Environment is null ? OwnCheckRuns.Name : $"{OwnCheckRuns.Name}: {Environment}";

    /// <summary>The key of the check run.</summary>
    public string Target => Environment is null ? Sha.Value : $"{Sha}:{EnvironmentNames.KeyOf(Environment)}";

    /// <summary>The key of a comment: one about a pull request's own checks, and one for each environment.</summary>
    public string Thread(int pull) => Environment is null ? $"{pull}" : $"{pull}:{EnvironmentNames.KeyOf(Environment)}";

    /// <summary>A commit's checks. Nothing new is posted in a closed pull request.</summary>
    public static Subject Of(CommitSha sha, CommitState state, RepositorySettings settings) => new(sha, state.Origin,
        state.Origin.Told is { Open: true } open ? [open.Number] : [], state.Origin.Told is { Open: false } closed ? [closed.Number] : [],
        FilingLeave.Of(state.Origin, settings), state.Failing);

    /// <summary>A deployment to an environment.</summary>
    public static Subject OfDeployment(CommitSha sha, string environment, params IReadOnlyList<int> pulls)
    {
        var origin = new CommitOrigin.Deployed(environment);
        return new Subject(sha, origin, pulls, [], FilingLeave.Of(origin, RepositorySettings.Default), Failing: false);
    }
}
