using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Whybot.Testing;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Results;

/// <summary>
/// The files in <c>Outputs/</c> are what the tools wrote (ava 7.0, go 1.19, jest 30.5, mocha 12.0, node 20, node-tap 21.8, Playwright 1.65, RSpec 3.12, tape
/// 5.10, vitest 4.1) about tests made to fail in many ways: assertions, hooks, files that cannot be loaded, time limits, retries, processes that end. What is
/// expected of each is in the text file of its name, and was checked by hand.
/// </summary>
public sealed class ToolOutputTests
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Inputs", "Results", "Outputs");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder).Select(f => Path.GetFileName(f)!).Where(f => Path.GetExtension(f) != ".txt").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void What_a_tool_wrote_is_read_as_a_person_reads_it(string name)
    {
        var file = ResultText.Read(File.ReadAllBytes(Path.Combine(Folder, name)), $"results/{name}");

        (file.Told() + "\n").ShouldBe(File.ReadAllText(Path.Combine(Folder, $"{name}.txt")));
        file.Cases.Where(c => c.Bad).ShouldAllBe(c => c.Failure!.Line >= 1 && c.Failure.Line <= c.Failure.EndLine);
    }

    /// <summary>Wherever a file of failures breaks off, it holds a failure still, or it is known that something is missing.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_is_cut_anywhere_is_never_green_and_whole(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, name));
        for (var end = 0; end < bytes.Length; end += 1 + (bytes.Length / 60))
            IsGreen(bytes[..end], name).ShouldBeFalse($"cut at {end}");
    }

    private static bool IsGreen(byte[] bytes, string name) =>
        ResultFormats.Read(new MemoryStream(bytes), $"results/{name}", "a") is not { } file || (file.Problems.Count == 0 && !file.Cases.Any(c => c.Bad));
}
