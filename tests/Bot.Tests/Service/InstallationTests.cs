using Shouldly;
using Whybot.Foundation.Storage;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>The App is removed from repositories, and installed again.</summary>
public sealed class InstallationTests : ServiceTest
{
    private async Task<long> CausesAsync()
    {
        await using var database = new SqliteDatabase(Service.Store);
        return await database.ReadAsync(session => session.FirstAsync<long>("select count(*) from causes where repository = @Id",
            new { Id = RepositoryNumber.Of(Stage.Repository) }), Cancel);
    }

    private string Runs => Path.Combine(Folder, "runs", "team", "shop");

    [Fact]
    public async Task What_is_known_of_a_repository_goes_after_the_time_that_is_set()
    {
        Stage.FailingPull(GitHub);
        Service.With("Whybot__Queue__SweepRuns", "00:00:00.200").With("Whybot__Evidence__KeepForgotten", "00:00:00.100");
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);
        (await CausesAsync()).ShouldBe(1);
        Directory.EnumerateDirectories(Runs).ShouldNotBeEmpty();

        await PostAsync("installation", Stage.Installation("deleted"));

        await Wait.UntilAsync(() => Service.Output.Contains("what was known of it is removed", StringComparison.Ordinal));
        (await CausesAsync()).ShouldBe(0);
        Directory.Exists(Runs).ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_is_installed_again_in_time_loses_nothing()
    {
        Stage.FailingPull(GitHub);
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);

        await PostAsync("installation", Stage.Installation("deleted", Stage.Repository));
        await PostAsync("installation", Stage.Installation("created", Stage.Repository));
        await IdleAsync();

        await using var database = new SqliteDatabase(Service.Store);
        (await database.ReadAsync(session => session.FirstAsync<long>("select count(*) from forgotten_repositories"), Cancel)).ShouldBe(0);
        (await CausesAsync()).ShouldBe(1);
    }
}
