using Whybot.Analysis.Results;

namespace Whybot.Pipeline;

/// <summary>Reads result files below a folder.</summary>
internal static class ResultFiles
{
    public static IReadOnlyList<ResultFile> Read(RunFolder folder, string below)
    {
        var files = new List<ResultFile>();
        foreach (var source in folder.Files(below, ".xml"))
        {
            using var stream = folder.Open(source, ReadLimits.MaxFile);
            if (stream is not null)
                files.Add(JUnitReader.Read(stream, source, Path.ChangeExtension(source[(below.Length + 1)..], null)));
        }
        return files;
    }
}
