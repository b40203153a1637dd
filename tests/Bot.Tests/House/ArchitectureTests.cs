using Shouldly;
using Whybot.Hosts.Setup;
using Whybot.Testing.Architecture;
using Xunit;

namespace Whybot.Bot.Tests.House;

/// <summary>
/// What comes in reaches features by the queue, features share what is stored, and what goes out goes through the outbox: each room uses only those before it.
/// </summary>
public sealed class ArchitectureTests
{
    private static readonly Rooms Bot = new(typeof(ServiceHost).Assembly, "src/Bot", "Whybot",
    [
        "Foundation/Identity", "Foundation/Json", "Foundation/Metrics", "Foundation/Masking", "Foundation/Logging", "Foundation/Storage", "Foundation/Queue",
        "Foundation/WriteLimits", "Foundation/GitHub", "Foundation/Trust",
        "Memory/RepositoryNames", "Memory/Deliveries", "Memory/Effects", "Memory/Runs", "Memory/Deployments", "Memory/Causes", "Memory/Rules",
        "Memory/Overviews",
        "Memory",
        "Runs/RunFolders", "Runs/Fetching", "Runs/Suites", "Runs/Analyzing", "Runs",
        "Publishing",
        "Features/Explaining", "Features/Deployments/Probes", "Features/Deployments/Suites", "Features/Deployments", "Features/Commands", "Features/Rules",
        "Features/IssueLifecycle", "Features/Dashboard", "Features/Recovery",
        "Intake/Webhooks", "Intake/Actions",
        "Hosts/Settings", "Hosts/Service", "Hosts/Setup", "Hosts/Cli",
        ".",
    ]);

    [Fact]
    public void No_room_uses_one_that_comes_after_it()
    {
        Bot.Count.ShouldBeGreaterThan(300);
        Bot.ArrowsUpwards().ShouldBeEmpty();
    }

    [Fact]
    public void No_feature_knows_another() => Bot.ArrowsBetween("Features").ShouldBeEmpty();

    [Fact]
    public void Only_the_client_and_the_webhooks_see_the_shapes_of_Octokit() =>
        Bot.UsesOf(["Octokit"], "Foundation/GitHub", "Intake/Webhooks").ShouldBeEmpty();

    [Fact]
    public void Every_file_is_in_the_namespace_of_its_folder() => Bot.Misplaced().ShouldBeEmpty();

    [Fact]
    public void Every_folder_has_its_place_in_the_order() => Bot.Unlisted().ShouldBeEmpty();
}
