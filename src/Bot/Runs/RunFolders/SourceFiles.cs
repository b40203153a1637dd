using System.Text;
using Whybot.Analysis.Inputs.Sources;
using Whybot.Analysis.Language.Redaction;
using Whybot.Foundation.Masking;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Writes and reads <c>sources/PATH</c>: whole files of the repository at the tested commit, by their paths. A file that is too large, or is no text, is left
/// out with a warning; so is the rest once there are too many.
/// </summary>
internal static class SourceFiles
{
    /// <summary>Bytes of one file.</summary>
    public const long MostOfFile = 1024 * 1024;

    /// <summary>Bytes of all files together.</summary>
    public const long MostOfAll = 32 * 1024 * 1024;

    public static SourceTree Read(RunFolder folder)
    {
        var files = new List<SourceFile>();
        var left = MostOfAll;
        foreach (var source in folder.Files(SourceTree.Folder))
        {
            using var stream = folder.Open(source, MostOfFile);
            if (stream is null)
                continue;
            if ((left -= stream.Length) < 0)
            {
                folder.Warnings.Add($"{source}: more than {MostOfAll >> 20} MB of sources; it and the rest are left out");
                break;
            }
            if (LogFiles.WhyNotText(stream) is { } reason)
                folder.Warnings.Add($"{source}: {reason}; it is left out");
            else
                files.Add(new SourceFile(source[(SourceTree.Folder.Length + 1)..], Secrets.Redact(new StreamReader(stream, Encoding.UTF8).ReadToEnd())));
        }
        return files.Count == 0 ? SourceTree.None : new SourceTree(files);
    }

    /// <summary>Writes a file that is not there yet, with its secrets masked.</summary>
    /// <param name="path">One that <see cref="SourcePaths"/> allows.</param>
    public static async Task WriteAsync(string folder, string path, string text, ConfiguredSecrets own, CancellationToken cancel)
    {
        if (!SourcePaths.IsSafe(path))
            throw new ArgumentException("it may lead out of the folder", nameof(path));
        var place = Path.Combine(folder, SourceTree.Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        using var from = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await using var to = new FileStream(place, FileMode.CreateNew, FileAccess.Write);
        await new RedactedCopy(own).CopyAsync(from, to, from.Length, cancel);
    }
}
