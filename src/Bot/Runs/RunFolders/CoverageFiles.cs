using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Coverage;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Json;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// Reads coverage reports from <c>coverage/</c>, and those that are among the results, whatever they are called. <c>coverage.json</c> says which
/// results they belong to, <c>[].{coverage, results}</c>: the tests in those files are the ones that were measured.
/// </summary>
internal static class CoverageFiles
{
    public const string Below = "coverage";

    /// <summary>Not below <c>coverage/</c>, where an uploaded report may have any name.</summary>
    private const string IndexName = "coverage.json";

    /// <param name="changes">Only what is measured of changed files is kept.</param>
    public static IReadOnlyList<CoverageReport> Read(RunFolder folder, ChangeSet? changes, RepositoryName? repository)
    {
        var wanted = new WantedPaths(changes?.Files.Select(f => f.File.Path) ?? [], repository?.Name);
        if (wanted.IsEmpty)
            return [];
        var (reports, left) = (new List<CoverageReport>(), CoverageLimits.MaxOfAll);
        var results = Index(folder).ToLookup(e => e.Coverage, e => e.Results, StringComparer.Ordinal);
        foreach (var source in folder.Files(Below).Concat(folder.Files("results")))
        {
            using var stream = folder.OpenOrSay(source, long.MaxValue, out _);
            if (stream is null || !IsOne(stream))
                continue;
            if (stream.Length > CoverageLimits.MaxFile || (left -= stream.Length) < 0 || reports.Count == CoverageLimits.MaxReports)
                folder.Warnings.Add($"{source}: at most {CoverageLimits.MaxReports} coverage reports of {CoverageLimits.MaxFile >> 20} MB, and "
                    + $"{CoverageLimits.MaxOfAll >> 20} MB in all, are read; it is left out");
            else if (CoverageFormats.Read(stream, source, wanted) is { } report)
                reports.Add(report with { Results = [.. results[source].SelectMany(r => r)] });
        }
        folder.Warnings.AddRange(reports.SelectMany(r => r.Warnings));
        return reports;
    }

    /// <summary>Whether a file is a coverage report, judging by its beginning; its position is the start before and after.</summary>
    public static bool IsOne(Stream stream)
    {
        var head = new byte[CoverageLimits.Head];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return CoverageFormats.Recognises(head.AsSpan(0, length));
    }

    public static bool IsOne(string path)
    {
        using var stream = File.OpenRead(path);
        return IsOne(stream);
    }

    public static void Write(string folder, IReadOnlyList<MeasuredResults> known)
    {
        if (known.Count > 0)
            File.WriteAllBytes(Path.Combine(folder, IndexName), JsonSerializer.SerializeToUtf8Bytes(known, CoverageJson.Default.IReadOnlyListMeasuredResults));
    }

    private static List<MeasuredResults> Index(RunFolder folder)
    {
        using var document = folder.Json(IndexName);
        return document is null ? [] : [.. ((JsonElement?)document.RootElement).Items().Where(e => e.Item.Text("coverage") is not null)
            .Select(e => new MeasuredResults(e.Item.Text("coverage")!, [.. e.Item.Field("results").Items().Select(r => r.Item.Words())]))];
    }
}

/// <param name="Coverage">A report, by its path in the folder.</param>
/// <param name="Results">Result files that hold the tests that it measured.</param>
internal sealed record MeasuredResults(string Coverage, IReadOnlyList<string> Results);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<MeasuredResults>))]
internal sealed partial class CoverageJson : JsonSerializerContext;
