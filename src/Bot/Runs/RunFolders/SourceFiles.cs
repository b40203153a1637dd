using System.Text;
using Whybot.Analysis.Inputs.Sources;
using Whybot.Analysis.Language.Redaction;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Reads <c>sources/PATH</c>: whole files of the repository at the tested commit, by their paths. A file that is too large, or is no text, is left out with a
/// warning; so is the rest once there are too many.
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
}
