using Whybot.Analysis.Results;

namespace Whybot.Pipeline;

/// <summary>Reads result files below a folder, whatever they are called.</summary>
internal static class ResultFiles
{
    public static IReadOnlyList<ResultFile> Read(RunFolder folder, string below)
    {
        var files = new List<ResultFile>();
        foreach (var source in folder.Files(below))
        {
            using var stream = folder.Open(source, ReadLimits.MaxFile);
            if (stream is not null && ResultFormats.Read(stream, source, Path.ChangeExtension(source[(below.Length + 1)..], null)) is { } file)
                files.Add(file);
        }
        return files;
    }

    /// <summary>Whether a file's name says that it is to be read as one; when it is none, that is worth a warning.</summary>
    public static bool IsMeant(string path) => Path.GetExtension(path).ToLowerInvariant() is ".xml" or ".trx";

    /// <summary>Whether a file is a result file, by what it begins with; only that much of it is read.</summary>
    public static bool IsOne(string path)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[ReadLimits.HeadOfFile];
        return ResultFormats.Recognises(head.AsMemory(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
    }
}
