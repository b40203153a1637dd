using System.Security.Cryptography;
using Whybot.Analysis.Results;

namespace Whybot.Pipeline;

/// <summary>Reads result files below a folder, whatever they are called.</summary>
internal static class ResultFiles
{
    /// <summary>A file that cannot be opened, or is too large, is a file of which nothing was read.</summary>
    public static IReadOnlyList<ResultFile> Read(RunFolder folder, string below)
    {
        var files = new List<ResultFile>();
        foreach (var source in folder.Files(below))
        {
            var suite = Path.ChangeExtension(source[(below.Length + 1)..], null);
            using var stream = folder.OpenOrSay(source, ReadLimits.MaxFile, out var problem);
            if (stream is null)
                files.Add(Unread(source, suite, problem ?? "it cannot be opened"));
            else if (ResultFormats.Read(stream, source, suite) is { } file)
                files.Add(file with { Hash = Hash(stream) });
        }
        return files;
    }

    private static ResultFile Unread(string source, string suite, string problem) =>
        new(source, suite, null, null, [], []) { Problems = [new InputProblem(source, null, ReadExtent.None, problem) { Suites = [suite] }] };

    private static string Hash(Stream stream)
    {
        stream.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(stream));
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
