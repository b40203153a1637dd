using Whybot.Analysis.Inputs.Commands;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;

namespace Whybot.Foundation.Trust;

/// <summary>Asks GitHub what a person may do. No answer means no permission.</summary>
internal sealed partial class PersonRoles(RepositoriesClient repositories, ILogger<PersonRoles> logger)
{
    /// <returns>Null if the person has no access, or if it cannot be determined.</returns>
    public async Task<CommandLevel?> OfAsync(RepositoryRef repository, string login, CancellationToken cancel)
    {
        try
        {
            return await repositories.PermissionAsync(repository, login, cancel) is { } answer ? CommandLevels.Of(answer.RoleName, answer.Permission) : null;
        }
        catch (Exception unknown) when (unknown is GitHubException or GitHubUnreachableException)
        {
            Unknown(unknown, login);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What {Login} may do cannot be read; nothing is done for them")]
    private partial void Unknown(Exception unknown, string login);
}
