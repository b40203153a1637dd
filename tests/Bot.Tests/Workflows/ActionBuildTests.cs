using Shouldly;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Workflows;

/// <summary>How <c>scripts/action-build</c> builds the action's source: with files of the action only, wherever its folder is.</summary>
[Needs("processes")]
public sealed class ActionBuildTests : IDisposable
{
    private static readonly string[] Files =
        ["scripts/action-build", "Directory.Build.props", "Directory.Packages.props", "global.json", "appsettings.json", ".editorconfig"];

    private readonly ActionStep _step = new();

    public void Dispose() => _step.Dispose();

    [Fact]
    public async Task No_file_of_the_workspace_takes_part_even_if_the_action_is_in_the_workspace()
    {
        var action = Path.Combine(_step.Workspace, "actions", "whybot");
        foreach (var file in Files)
            _step.Write(Path.Combine("workspace/actions/whybot", file), File.ReadAllText(Path.Combine(Repository.Root, file)));
        _step.Write("workspace/actions/whybot/src/Bot/obj/left.over", "");
        // Says where it runs instead of building, and finds the SDK as the real one does.
        _step.Program("dotnet", "pwd; ls src/Bot; mkdir program; echo 'echo built' >program/whybot; chmod +x program/whybot; exec /usr/bin/env -i "
            + $"HOME=\"$HOME\" PATH='{Environment.GetEnvironmentVariable("PATH")}' dotnet --version");

        var built = await _step.RunAsync("action-build", action);

        built.Code.ShouldBe(0, built.Printed);
        built.Printed.ShouldStartWith(_step.Temporary);
        built.Printed.ShouldNotContain("obj");
        built.Outputs["program"].ShouldStartWith(_step.Temporary);
    }
}
