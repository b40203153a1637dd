using System.Text;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>Reads a repository's settings from its default branch: a pull request cannot change them before it is merged.</summary>
internal sealed class RepositorySettingsReader(RepositoriesClient repositories, RepositorySettingsFile file)
{
    public const string Path = ".github/whybot.yml";

    /// <summary>In bytes; a larger file is treated as missing.</summary>
    public const long MaxSettings = 256 * 1024;

    /// <returns>The defaults if there is no such file.</returns>
    public async Task<RepositorySettings> OfAsync(RepositoryRef repository, CancellationToken cancel) =>
        await repositories.FileAsync(repository, Path, MaxSettings, cancel) is { } found
            ? file.Read(Encoding.UTF8.GetString(found), Path).Settings : RepositorySettings.Default;
}
