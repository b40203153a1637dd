namespace Whybot.Analysis.Inputs.Coverage;

/// <summary>What one file of coverage says about the files of the repository that were asked for.</summary>
/// <param name="Source">Its path in the run's folder.</param>
/// <param name="Format">The name of its format.</param>
/// <param name="Whole">
/// What it lists as not run was run by none of the tests that it measured. Not so if the file breaks off or is damaged, or if each part of the code was
/// measured only while its own tests ran.
/// </param>
/// <param name="Files">By their paths in the repository.</param>
public sealed record CoverageReport(string Source, string Format, bool Whole, IReadOnlyDictionary<string, FileCoverage> Files, IReadOnlyList<string> Warnings)
{
    /// <summary>The result files of the tests that it measured, as far as that is known: they were uploaded together.</summary>
    public IReadOnlyList<string> Results { get; init; } = [];
}
