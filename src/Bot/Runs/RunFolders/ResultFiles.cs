using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Runs.RunFolders;

/// <summary>Reads result files under a folder, whatever they are called.</summary>
internal static partial class ResultFiles
{
    /// <summary>Only what every JSON reader rejects counts as damage.</summary>
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 512 };

    /// <summary>A file that cannot be opened, is too large, or is damaged and of unknown kind, is reported as a file from which nothing was read.</summary>
    public static IReadOnlyList<ResultFile> Read(RunFolder folder, string below)
    {
        var files = new List<ResultFile>();
        var said = folder.Warnings.Count;
        var sources = folder.Files(below);
        // A warning is not enough if not all of the files are known.
        if (folder.Warnings.Count > said)
        {
            files.Add(Unread(below, null, folder.Warnings[said]));
            folder.Warnings.RemoveAt(said);
        }
        foreach (var source in sources)
        {
            var suite = Path.ChangeExtension(source[(below.Length + 1)..], null);
            using var stream = folder.OpenOrSay(source, ReadLimits.MaxFile, out var problem);
            if (stream is null)
                files.Add(Unread(source, suite, problem ?? "it cannot be opened"));
            else if (CoverageFiles.IsOne(stream))
                continue;
            else if (ResultFormats.Read(stream, source, suite) is { } file)
                files.Add(file with { Hash = Hash(stream) });
            else if (Damage(stream, source) is { } damage)
                files.Add(Unread(source, suite, damage));
        }
        return files;
    }

    /// <param name="suite">Null if it is not known.</param>
    private static ResultFile Unread(string source, string? suite, string problem) =>
        new(source, suite ?? source, null, null, [], [])
        {
            Problems =
            [new InputProblem(source, null, ReadExtent.None, problem) { Suites = suite is null ? [] : [suite] }]
        };

    private static string Hash(Stream stream)
    {
        stream.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Whether a file's name says that it should be a result file; if it turns out not to be one, that deserves a warning.</summary>
    public static bool IsMeant(string path) => Path.GetExtension(path).ToLowerInvariant() is ".xml" or ".trx";

    /// <summary>Whether a file is a result file, judging by its beginning, which is all that is read of it.</summary>
    public static bool IsOne(string path)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[ReadLimits.HeadOfFile];
        return ResultFormats.Recognises(head.AsMemory(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
    }

    /// <summary>
    /// Whether an unrecognized file may be a damaged result file, judging by its name or by words that only test reports use. It is kept, so that the parser
    /// can report it.
    /// </summary>
    /// <param name="name">The name that its author gave it.</param>
    public static bool MayBeOne(string path, string name)
    {
        if (!IsJson(name) && !name.EndsWith(".tap", StringComparison.OrdinalIgnoreCase))
            return false;
        using var stream = File.OpenRead(path);
        var head = new byte[ReadLimits.HeadOfFile];
        return NameOfReport().IsMatch(Path.GetFileName(name))
            || ResultFormats.LooksLikeResults(head.AsMemory(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
    }

    /// <summary>What is wrong with a file that is named like a report but not recognized as a result file; null if it is simply something else.</summary>
    private static string? Damage(Stream stream, string source)
    {
        if (!IsJson(source) || !NameOfReport().IsMatch(Path.GetFileName(source)))
            return null;
        stream.Position = 0;
        try
        {
            using var text = new StreamReader(stream, leaveOpen: true);
            if (source.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                JsonDocument.Parse(text.ReadToEnd(), Lenient).Dispose();
            else
                while (text.ReadLine() is { } line)
                    if (line.Length > 0)
                        JsonDocument.Parse(line, Lenient).Dispose();
            return null;
        }
        catch (JsonException broken)
        {
            return $"not valid JSON ({broken.Message.Split(". ")[0].TrimEnd('.')}), so what it holds is not known";
        }
    }

    private static bool IsJson(string name) => Path.GetExtension(name).ToLowerInvariant() is ".json" or ".jsonl" or ".ndjson";

    /// <summary>Whether a path looks like that of a result file, for when only the path is known.</summary>
    public static bool IsNamedAsOne(string path) =>
        path.EndsWith(".trx", StringComparison.OrdinalIgnoreCase)
            || ((IsMeant(path) || IsJson(path) || path.EndsWith(".tap", StringComparison.OrdinalIgnoreCase)) && NameOfReport().IsMatch(path));

    /// <summary>Matches words only at their start or end, so that "latest" does not count as "test".</summary>
    [GeneratedRegex(@"(?<![a-z])(?:test|spec|result|report|junit|surefire|ctrf|jest|mocha|vitest|playwright|rspec|cypress)|(?:results?|reports?)(?![a-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex NameOfReport();
}
