using Whybot.Foundation.GitHub.Clients;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Masking;
using Whybot.Runs.RunFolders;

namespace Whybot.Runs.Fetching;

/// <summary>Logs of jobs of earlier runs and attempts, with their secrets masked. One that was fetched before is kept and takes no request.</summary>
internal sealed class JobLogs(ActionsClient actions, KeptLogs kept, ConfiguredSecrets own)
{
    /// <param name="job">GitHub's number of the job.</param>
    /// <param name="file">Where it is written; half a log is not left there.</param>
    /// <param name="most">Maximum number of bytes.</param>
    /// <returns>Its bytes; null if GitHub no longer has it, or it broke off.</returns>
    /// <exception cref="TooLargeException">There are more bytes.</exception>
    public async Task<long?> CopyAsync(RepositoryRef repository, long job, string file, long most, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            if (await kept.CopyAsync(repository, job, file, most, cancel) is { } known)
                return known;
            if (await FetchAsync(repository, job, file, most, cancel) is not { } bytes)
                return null;
            await kept.KeepAsync(repository, job, file, cancel);
            return bytes;
        }
        catch (TooLargeException)
        {
            File.Delete(file);
            throw;
        }
        catch (IOException)
        {
            File.Delete(file);
            return null;
        }
    }

    private async Task<long?> FetchAsync(RepositoryRef repository, long job, string file, long most, CancellationToken cancel)
    {
        await using var from = await actions.LogAsync(repository, job, cancel);
        if (from is null)
            return null;
        await using var to = File.Create(file);
        return await new RedactedCopy(own).CopyAsync(from, to, most, cancel);
    }
}
