using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.GitHub.Models;
using Whybot.Foundation.Identity;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>Downloads an artifact for <see cref="ArtifactReader"/>, if it is small enough, and notes if results may be lost with it.</summary>
internal sealed class ArtifactFetcher(ActionsClient actions)
{
    private const long MaxArtifact = 200L * 1024 * 1024;

    /// <param name="folder">Holds the ZIP file while it is read.</param>
    public async Task FetchAsync(RepositoryRef repository, Artifact artifact, ArtifactReader reader, string folder, FetchedInputs inputs,
        CancellationToken cancel)
    {
        var source = $"artifact {FileNames.Shown(artifact.Name)}";
        if (artifact.Expired)
            inputs.Lost(source, "it has expired; GitHub no longer has it");
        else if (artifact.SizeInBytes > MaxArtifact && await MayHoldResultsAsync(repository, artifact, cancel))
            inputs.Lost(source, $"{artifact.SizeInBytes >> 20} MB, and at most {MaxArtifact >> 20} MB are fetched; upload results in an artifact of their own");
        else if (artifact.SizeInBytes > MaxArtifact)
            inputs.Warnings.Add($"{source}: {artifact.SizeInBytes >> 20} MB, skipped; judging by their names, none of its files is a result");
        if (artifact.Expired || artifact.SizeInBytes > MaxArtifact)
            return;
        await using var from = await actions.ArtifactAsync(repository, artifact.Id, cancel);
        if (from is null)
        {
            inputs.Lost(source, "GitHub no longer has it");
            return;
        }
        // A ZIP file is read from its end, so it has to be on disk.
        var zip = Path.Combine(folder, $"artifact-{artifact.Id}.zip");
        try
        {
            await using var file = new FileStream(zip, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
            var limited = new LimitedStream(from, MaxArtifact);
            await limited.CopyToAsync(file, cancel);
            file.Position = 0;
            await reader.ReadAsync(file, artifact.Name, cancel);
        }
        catch (IOException broken)
        {
            throw new GitHubUnreachableException($"artifact {artifact.Id}", broken.Message, broken);
        }
    }

    /// <summary>Whether an artifact that is too large to fetch may hold results, judging by the names in it.</summary>
    public async Task<bool> MayHoldResultsAsync(RepositoryRef repository, Artifact artifact, CancellationToken cancel) =>
        LargeArtifact.MayHoldResults(artifact.Name, await EndAsync(repository, artifact, cancel), artifact.SizeInBytes);

    /// <returns>The artifact's last bytes; null if they are not available.</returns>
    private async Task<byte[]?> EndAsync(RepositoryRef repository, Artifact artifact, CancellationToken cancel)
    {
        try
        {
            await using var from = await actions.ArtifactEndAsync(repository, artifact.Id, artifact.SizeInBytes - LargeArtifact.End, cancel);
            if (from is null)
                return null;
            using var end = new MemoryStream();
            await new LimitedStream(from, LargeArtifact.End).CopyToAsync(end, cancel);
            return end.ToArray();
        }
        catch (IOException broken)
        {
            throw new GitHubUnreachableException($"artifact {artifact.Id}", broken.Message, broken);
        }
    }
}
