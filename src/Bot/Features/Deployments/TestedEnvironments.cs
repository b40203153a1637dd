using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Memory.Deployments;
using Whybot.Runs.Fetching;

namespace Whybot.Features.Deployments;

/// <summary>
/// Finds the environments that a repository wants tested: those for which its settings name services or a way to run suites. An environment that they do not
/// name at all is remembered, and logged the first time.
/// </summary>
internal sealed partial class TestedEnvironments(RepositorySettingsReader reader, UnknownEnvironments unknown, ILogger<TestedEnvironments> logger)
{
    /// <summary>Why an environment is not tested.</summary>
    public const string NotNamed = "the repository's settings name no services of this environment and no way to run its suites";

    /// <returns>Its settings, under the name as GitHub spells it, which people know; null if it is not tested.</returns>
    public async Task<EnvironmentSettings?> FindAsync(RepositoryRef repository, string name, long deployment, CommitSha sha, CancellationToken cancel)
    {
        var settings = await reader.OfAsync(repository, cancel);
        var environment = settings.Environments.GetValueOrDefault(name);
        if (environment is not (null or { Services.Count: 0, Run: null }))
        {
            await unknown.RemoveAsync(repository.Id, name, cancel);
            return environment with { Name = name };
        }
        if (environment is not null)
            Left(name, sha, NotNamed);
        else if (await unknown.PutAsync(repository.Id, name, deployment, sha, cancel))
            Unknown(name, repository.FullName, settings.Environments.Count == 0 ? "none" : string.Join(", ", settings.Environments.Keys));
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{Repository} was deployed to {Environment}, which its .github/whybot.yml does not name (it has {Known}): such deployments are not tested, "
            + "and this is not said again")]
    private partial void Unknown(string environment, RepositoryName repository, string known);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Environment} with {Sha}: {What}")]
    private partial void Left(string environment, CommitSha sha, string what);
}
