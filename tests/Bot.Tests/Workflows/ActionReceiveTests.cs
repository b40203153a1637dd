using Shouldly;
using Xunit;

namespace Whybot.Bot.Tests.Workflows;

/// <summary>How <c>scripts/action-receive</c> hands the action's inputs to the program.</summary>
[Needs("processes")]
public sealed class ActionReceiveTests : IDisposable
{
    private readonly ActionStep _step = new();

    public ActionReceiveTests()
    {
        _step.Program("whybot", "echo \"in $PWD: $*\"; env | grep -E '^(Whybot|Serilog)__' | sort");
        _step.Variables["WHYBOT"] = "whybot";
        _step.Variables["WORK"] = Directory.CreateDirectory(Path.Combine(_step.Temporary, "work")).FullName;
        (_step.Variables["STATE_BRANCH"], _step.Variables["PROBE_HOSTS"], _step.Variables["LOG_LEVEL"]) = ("whybot-state", "", "");
    }

    public void Dispose() => _step.Dispose();

    [Fact]
    public async Task The_program_runs_in_an_empty_folder_and_gets_no_setting_that_was_not_given()
    {
        var ended = await _step.RunAsync("action-receive");

        (ended.Code, ended.Printed).ShouldBe((0, $"in {_step.Variables["WORK"]}: receive --state-branch whybot-state\n"));
    }

    [Fact]
    public async Task Hosts_become_a_list_and_nothing_in_them_is_run()
    {
        _step.Variables["PROBE_HOSTS"] = "api.staging.example.com\r\n\n  $(touch spoiled)\n";
        _step.Variables["LOG_LEVEL"] = "Information";

        var ended = await _step.RunAsync("action-receive");

        ended.Printed.ShouldEndWith("""
            Serilog__MinimumLevel__Default=Information
            Whybot__Probes__AllowedHosts__0=api.staging.example.com
            Whybot__Probes__AllowedHosts__1=$(touch spoiled)

            """);
        Directory.GetFiles(_step.Variables["WORK"]).ShouldBeEmpty();
    }
}
