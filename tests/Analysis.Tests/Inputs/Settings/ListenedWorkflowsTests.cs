using Shouldly;
using Whybot.Analysis.Inputs.Settings;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Settings;

public sealed class ListenedWorkflowsTests
{
    [Theory]
    [InlineData("on:\n  workflow_run:\n    workflows: [ci, \"deploy it\"]\n    types: [completed]\n", "ci|deploy it")]
    [InlineData("on:\n  workflow_run:\n    workflows:\n      - ci\n", "ci")]
    [InlineData("on:\n  workflow_run:\n    workflows: ci\n", "ci")]
    [InlineData("on:\n  workflow_run:\n    workflows: [ci]\n    branches: [main]\n", "")]
    [InlineData("on:\n  workflow_run:\n    workflows: [ci]\n    branches-ignore: [\"dependabot/**\"]\n", "")]
    [InlineData("on: [push, workflow_run]\n", "")]
    [InlineData("on:\n  push:\n", "")]
    [InlineData("on:\n  workflow_run:\n    workflows: [ci\n", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void What_a_workflow_listens_to_is_read_from_its_file(string? file, string names) =>
        string.Join('|', ListenedWorkflows.In(file)).ShouldBe(names);
}
