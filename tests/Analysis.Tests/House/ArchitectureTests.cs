using Shouldly;
using Whybot.Testing.Architecture;
using Xunit;

namespace Whybot.Analysis.Tests.House;

/// <summary>The analysis reads in one direction, from the text it is given to the report: each room uses only those before it.</summary>
public sealed class ArchitectureTests
{
    private static readonly Rooms Analysis = new(typeof(Analyst).Assembly, "src/Analysis", "Whybot.Analysis",
    [
        "Language/Identity", "Language/Redaction", "Language/Text", "Language/Messages",
        "Inputs/Evidence", "Inputs/Logs", "Inputs/Results", "Inputs/Signatures", "Inputs/Commands", "Inputs/Settings", "Inputs/Readiness", "Inputs/Changes",
        "Inputs/Coverage", "Inputs/Sources", "Inputs/Issues", "Inputs/Plans", "Inputs/History", "Inputs", "Inputs/Validity",
        "Causes/Mechanisms", "Causes/LogDifference", "Causes/Facts", "Causes/Faults", "Causes/Claims", "Causes/Suspects", "Causes/Grouping",
        "Explanation/Correlation", "Explanation/Stability", "Explanation/Resolutions", "Explanation/Rules", "Explanation/Findings", "Explanation/Claims",
        "Explanation/Verdicts", "Explanation/Whys", "Explanation",
        "Decisions/Gates", "Decisions/Planning", "Decisions/Acting",
        "Output/Reports", "Output/Checking", "Output/Filing", "Output/IssueLifecycle",
        ".",
    ]);

    [Fact]
    public void No_room_uses_one_that_comes_after_it()
    {
        Analysis.Count.ShouldBeGreaterThan(500);
        Analysis.ArrowsUpwards().ShouldBeEmpty();
    }

    [Fact]
    public void Every_file_is_in_the_namespace_of_its_folder() => Analysis.Misplaced().ShouldBeEmpty();

    [Fact]
    public void Every_folder_has_its_place_in_the_order() => Analysis.Unlisted().ShouldBeEmpty();

    [Fact]
    public void The_analysis_does_no_input_or_output() =>
        Analysis.UsesOf(["System.Net.Http", "System.Net.Sockets", "System.Threading.Tasks", "System.Console", "System.Diagnostics.Process",
            "System.Environment", "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo"])
            .ShouldBeEmpty();
}
