using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Whybot.Analysis.Results;

namespace Whybot.Pipeline;

/// <summary>Reads result files below a folder, whatever they are called.</summary>
internal static partial class ResultFiles
{
    /// <summary>Only what no reader of JSON takes is damage.</summary>
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 512 };

    /// <param name="unread">Gets what lies there as a result and cannot be read as one; null where that is not asked, as for earlier runs.</param>
    public static IReadOnlyList<ResultFile> Read(RunFolder folder, string below, List<InputProblem>? unread = null)
    {
        var said = folder.Warnings.Count;
        var files = new List<ResultFile>();
        var sources = folder.Files(below);
        Take(folder, said, below, ReadExtent.Partial, unread);
        foreach (var source in sources)
        {
            said = folder.Warnings.Count;
            using var stream = folder.Open(source, ReadLimits.MaxFile);
            Take(folder, said, source, ReadExtent.None, unread);
            if (stream is null)
                continue;
            var suite = Path.ChangeExtension(source[(below.Length + 1)..], null);
            if (ResultFormats.Read(stream, source, suite) is { } file)
                files.Add(file);
            else if (unread is not null && Damage(stream, source) is { } damage)
                unread.Add(new InputProblem(source, null, ReadExtent.None, damage) { Suites = [suite] });
        }
        return files;
    }

    /// <summary>What a folder of results cannot give is no mere warning.</summary>
    private static void Take(RunFolder folder, int said, string source, ReadExtent extent, List<InputProblem>? unread)
    {
        if (unread is null)
            return;
        foreach (var warning in folder.Warnings.Skip(said))
            unread.Add(new InputProblem(source, null, extent, warning.StartsWith($"{source}: ", StringComparison.Ordinal) ? warning[(source.Length + 2)..] : warning));
        folder.Warnings.RemoveRange(said, folder.Warnings.Count - said);
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

    /// <summary>
    /// Whether a file that is not known as one may be a damaged one, by its name or by words that only reports of tests use: it is kept, so that whoever parses it can say so.
    /// </summary>
    /// <param name="name">As its author called it.</param>
    public static bool MayBeOne(string path, string name)
    {
        if (!IsJson(name) && !name.EndsWith(".tap", StringComparison.OrdinalIgnoreCase))
            return false;
        using var stream = File.OpenRead(path);
        var head = new byte[ReadLimits.HeadOfFile];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return NameOfReport().IsMatch(Path.GetFileName(name)) || FieldOfReport().IsMatch(Encoding.UTF8.GetString(head, 0, length));
    }

    /// <summary>What is wrong with a file that nothing knows as a result file; null for one that is simply something else.</summary>
    private static string? Damage(Stream stream, string source)
    {
        if (!IsJson(source) && !source.EndsWith(".tap", StringComparison.OrdinalIgnoreCase))
            return null;
        if (stream.Length == 0)
            return "the file is empty";
        if (!IsJson(source))
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

    [GeneratedRegex(@"test|spec|result|report|junit|ctrf|jest|mocha|vitest|playwright|rspec|cypress", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NameOfReport();

    [GeneratedRegex("\"(?:testResults|numTotalTests|numFailedTests|assertionResults|suites|specs|examples|failures|passes|testCases|testID)\"\\s{0,20}:|\"Action\"\\s{0,20}:\\s{0,20}\"(?:run|pass|fail)\"",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FieldOfReport();
}
