using Whybot.Runs.Fetching;

namespace Whybot.Features.Deployments.Suites;

/// <summary>Keeps what services write to their logs while a suite is running.</summary>
internal sealed class LogTail
{
    /// <summary>Limit for one log, in bytes.</summary>
    public const long Most = 20L * 1024 * 1024;
    private readonly List<(string Path, long From)> _logs;

    /// <summary>Starts at the current end of each log.</summary>
    public LogTail(IReadOnlyList<string> paths) => _logs = [.. paths.Select(p => (p, new FileInfo(p) is { Exists: true } file ? file.Length : 0))];

    /// <summary>Copies what was written since; a log that was rotated is copied from its beginning.</summary>
    public async Task CopyAsync(string folder, List<string> notes, CancellationToken cancel)
    {
        foreach (var (path, from) in _logs)
            try
            {
                await using var log = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var begin = log.Length < from ? 0 : from;
                if (log.Length - begin > Most)
                    notes.Add($"{Path.GetFileName(path)}: {log.Length - begin >> 20} MB were written meanwhile; the last {Most >> 20} MB are kept");
                log.Position = Math.Max(begin, log.Length - Most);
                // The suite may have put a link there, which must not be followed.
                await using var to = new FileStream(Path.Combine(folder, FileNames.Unused(folder, Path.GetFileName(path))), FileMode.CreateNew);
                await log.CopyToAsync(to, cancel);
            }
            catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
            {
                notes.Add($"{path} cannot be read ({missing.Message})");
            }
    }
}
