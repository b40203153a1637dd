using Shouldly;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Workflows;

/// <summary>What <c>scripts/action-install</c> does with a release, run for real against a server that plays one.</summary>
[Needs("processes")]
public sealed class ActionInstallTests : IAsyncLifetime
{
    private static readonly string Version = File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props")).Split("<Version>")[1].Split('<')[0];

    private readonly ActionStep _step = new();
    private PlayedRelease _release = null!;

    public async ValueTask InitializeAsync()
    {
        _release = await PlayedRelease.StartAsync(Version);
        _step.Variables["GITHUB_SERVER_URL"] = _release.Url.ToString().TrimEnd('/');
        _step.Variables["REF"] = $"v{Version}";
        _step.Program("zstd", "exec gzip \"$@\"");
    }

    public async ValueTask DisposeAsync()
    {
        await _release.DisposeAsync();
        _step.Dispose();
    }

    [Theory]
    [InlineData("Linux", "X64", "linux-x64")]
    [InlineData("Linux", "ARM64", "linux-arm64")]
    [InlineData("macOS", "ARM64", "osx-arm64")]
    public async Task The_release_of_the_runner_s_platform_is_installed(string system, string architecture, string platform)
    {
        (_step.Variables["RUNNER_OS"], _step.Variables["RUNNER_ARCH"]) = (system, architecture);

        var installed = await _step.RunAsync("action-install");

        installed.Code.ShouldBe(0, installed.Printed);
        (await _step.RunProgramAsync(installed)).Printed.Trim().ShouldBe(platform);
        _release.Asked.ShouldBe(["SHA256SUMS", _release.Archive(platform)]);
    }

    [Fact]
    public async Task It_is_run_in_an_empty_folder_that_no_file_of_the_workspace_is_above()
    {
        var work = (await _step.RunAsync("action-install")).Outputs["work"];

        Directory.EnumerateFileSystemEntries(work).ShouldBeEmpty();
        work.ShouldStartWith(_step.Temporary);
        (await _step.RunAsync("action-install")).Outputs["work"].ShouldNotBe(work);
    }

    [Theory]
    [InlineData(PlayedRelease.Commit, true)]
    [InlineData("4f1c0de0000000000000000000000000000000bb", false)]
    [InlineData("main", true)]
    [InlineData("older", false)]
    [InlineData("v0", true)]
    [InlineData("nothing", false)]
    public async Task Only_the_release_s_own_commit_gets_the_release(string reference, bool isInstalled)
    {
        _release.Refs["refs/heads/older"] = "4f1c0de0000000000000000000000000000000bb";
        (_release.Refs["refs/tags/v0"], _release.Refs["refs/tags/v0^{}"]) = ("4f1c0de0000000000000000000000000000000cc", PlayedRelease.Commit);
        _step.Variables["REF"] = reference;

        await ShouldInstallAsync(isInstalled);
    }

    [Theory]
    [InlineData("RUNNER_ARCH", "X86")]
    [InlineData("RUNNER_OS", "macOS")]
    [InlineData("REPOSITORY", "")]
    [InlineData("REPOSITORY", "acme/fork-without-releases")]
    public async Task Where_there_is_no_release_it_is_built_from_source(string variable, string value)
    {
        _step.Variables[variable] = value;

        (await ShouldInstallAsync(false)).Printed.ShouldNotContain("::warning");
    }

    [Fact]
    public async Task Nothing_is_run_of_an_archive_with_another_sum()
    {
        _release.Files[_release.Archive("linux-x64")][20] ^= 1;

        await ShouldFailAsync();
    }

    [Fact]
    public async Task Nor_of_one_without_a_sum()
    {
        var archive = _release.Archive("linux-x64");
        var file = _release.Files[archive];
        _release.Files.Remove(archive);
        _release.Sum();
        _release.Files[archive] = file;

        await ShouldFailAsync();
    }

    [Fact]
    public async Task A_download_that_breaks_off_is_tried_again()
    {
        _release.BreakingOff = 1;

        await ShouldInstallAsync(true);
        _release.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task When_all_break_off_it_is_built_from_source_with_a_warning()
    {
        _step.Program("sleep", "");
        _release.BreakingOff = int.MaxValue;

        (await ShouldInstallAsync(false)).Printed.ShouldContain("::warning title=Whybot::");
    }

    [Fact]
    public async Task A_release_that_does_not_run_on_this_system_is_replaced_by_one_built_from_source()
    {
        _release.Pack("linux-x64", "echo no such library >&2; exit 127");
        _release.Sum();

        (await ShouldInstallAsync(false)).Printed.ShouldContain("::warning title=Whybot::the release does not run here: no such library");
    }

    [Theory]
    [InlineData("exit 1", false)]
    [InlineData("[[ $* == *--repo\\ acme/whybot\\ --signer-workflow\\ acme/whybot/.github/workflows/release.yml* ]]", true)]
    public async Task The_attestation_is_verified_if_asked_for(string gh, bool isGood)
    {
        _step.Variables["VERIFY_ATTESTATION"] = "true";
        _step.Program("gh", gh);

        var installed = await _step.RunAsync("action-install");

        (installed.Code == 0).ShouldBe(isGood, installed.Printed);
        installed.Outputs.ContainsKey("program").ShouldBe(isGood);
    }

    private async Task<ActionStep.Ended> ShouldInstallAsync(bool isInstalled)
    {
        var installed = await _step.RunAsync("action-install");
        installed.Code.ShouldBe(0, installed.Printed);
        installed.Outputs.ContainsKey("program").ShouldBe(isInstalled, installed.Printed);
        return installed;
    }

    private async Task ShouldFailAsync()
    {
        var installed = await _step.RunAsync("action-install");
        installed.Code.ShouldBe(1, installed.Printed);
        installed.Printed.ShouldContain("::error title=Whybot::");
        installed.Outputs.ShouldNotContainKey("program");
        Directory.EnumerateFiles(_step.Temporary, "whybot", SearchOption.AllDirectories).ShouldBeEmpty();
    }
}
