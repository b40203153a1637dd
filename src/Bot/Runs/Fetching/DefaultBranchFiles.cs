using System.Text;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Masking;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>
/// Copies files of a repository's default branch into a run's folder, with their secrets masked. A pull request cannot change them before it is merged.
/// </summary>
internal sealed class DefaultBranchFiles(RepositoriesClient repositories, RepositorySettingsReader settings, DefaultBranchTexts texts,
    ConfiguredSecrets own)
{
    /// <summary>GitHub uses the first of them that exists (docs.github.com, "About code owners").</summary>
    private static readonly string[] OwnersPlaces = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

    /// <summary>What is read for every run.</summary>
    public static readonly IReadOnlyList<string> Always = [RepositorySettingsReader.Path, .. OwnersPlaces];

    private const long MaxIndex = 2 * 1024 * 1024;

    /// <summary>Copies the settings and the code owners, if there are any.</summary>
    public async Task SettingsAsync(RepositoryRef repository, string folder, CancellationToken cancel)
    {
        if (await settings.BytesAsync(repository, cancel) is { } file)
            await WriteAsync(file, folder, "whybot.yml", cancel);
        var owners = await texts.ReadAsync(repository, OwnersPlaces, cancel);
        if (OwnersPlaces.Select(p => owners.GetValueOrDefault(p)).FirstOrDefault(t => t?.Length <= RepositorySettingsReader.MaxSettings) is { } found)
            await WriteAsync(Encoding.UTF8.GetBytes(found), folder, "CODEOWNERS", cancel);
    }

    /// <summary>Copies the index of tests.</summary>
    /// <param name="path">Where the settings say that it is.</param>
    /// <returns>False if it does not exist or is too large.</returns>
    public async Task<bool> IndexAsync(RepositoryRef repository, string path, string folder, CancellationToken cancel)
    {
        if (await repositories.FileAsync(repository, path, MaxIndex, cancel) is not { } file)
            return false;
        await WriteAsync(file, folder, IncidentFolder.IndexName, cancel);
        return true;
    }

    private async Task WriteAsync(byte[] file, string folder, string name, CancellationToken cancel)
    {
        using var from = new MemoryStream(file);
        await using var to = File.Create(Path.Combine(folder, name));
        await new RedactedCopy(own).CopyAsync(from, to, file.Length, cancel);
    }
}
