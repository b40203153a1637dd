using System.Text;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>Reads a repository's settings from its default branch: a pull request cannot change them before it is merged.</summary>
internal sealed class RepositorySettingsReader(RepositoriesClient repositories, DefaultBranchTexts texts, RepositorySettingsFile file)
{
    public const string Path = ".github/whybot.yml";

    /// <summary>In bytes; a larger file is treated as missing.</summary>
    public const long MaxSettings = 256 * 1024;

    /// <returns>The defaults if there is no such file.</returns>
    public async Task<RepositorySettings> OfAsync(RepositoryRef repository, CancellationToken cancel) =>
        await BytesAsync(repository, cancel) is { } found ? file.Read(Encoding.UTF8.GetString(found), Path).Settings : RepositorySettings.Default;

    /// <returns>The file as it is; null if there is none.</returns>
    public async Task<byte[]?> BytesAsync(RepositoryRef repository, CancellationToken cancel)
    {
        if (!texts.TryKnow(Path, out var known))
            return await repositories.FileAsync(repository, Path, MaxSettings, cancel);
        return known is not null && Encoding.UTF8.GetByteCount(known) <= MaxSettings ? Encoding.UTF8.GetBytes(known) : null;
    }
}
