using Dapper;
using Shouldly;
using Whybot.Foundation.Storage;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>After a return to an older version the store holds what only the newer one understands: that is set aside, and the rest goes on.</summary>
public sealed class UnknownKindTests : ServiceTest
{
    private const string Why = "Whybot 0.1.0 doesn't know effects of kind 'hologram'; a newer version may have written it. Update Whybot to that version: "
        + "it writes the effect once its text changes";

    private void Execute(string sql)
    {
        using var connection = SqliteFile.Connection(Service.Store);
        connection.Execute(sql);
    }

    private T Read<T>(string sql)
    {
        using var connection = SqliteFile.ReadOnly(Service.Store);
        return connection.QuerySingle<T>(sql);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_only_another_version_understands_is_set_aside_and_the_repository_goes_on(bool dryRun)
    {
        var repository = Stage.FailingPull(GitHub);
        await BeProcess().With("Whybot__Publishing__DryRun", $"{dryRun}").StartAsync();
        Execute($$"""
            insert into repositories (id, name, installation, named_at) values ({{repository.Id}}, 'team/shop', 7, 0);
            insert into effects (repository, kind, target, draft, remote_id, due_at, created_at) values
                ({{repository.Id}}, 'hologram', 'lobby', '{"height": 3}', 4711, 0, 1), ({{repository.Id}}, 'note', '1', '{"of another shape": 3}', 4712, 0, 1);
            insert into jobs (repository, key, kind, arguments, created_at, asked_at, due_at) values ({{repository.Id}}, 'teleport:1', 'teleport', '{}', 0, 0, 0)
            """);

        await PostAsync("workflow_run", Stage.WorkflowRun(Stage.HeadSha));
        await Wait.UntilAsync(() => dryRun ? Service.Output.Contains("== dry run, team/shop: comment on #1", StringComparison.Ordinal)
            : repository.PullComments.Count > 0, () => Service.Output);
        await IdleAsync();

        if (!dryRun)
            Comment(repository).Body.ShouldStartWith("### ❌ ");
        Read<(string, string)>("select state, note from effects where kind = 'hologram'").ShouldBe(("withheld", Why));
        var (state, note) = Read<(string, string)>("select state, note from effects where kind = 'note'");
        state.ShouldBe("withheld");
        note.ShouldStartWith("this version of Whybot can't read it; another version may have written it (");
        Read<(string, string)>("select state, error from jobs where kind = 'teleport'")
            .ShouldBe(("dead", "this version of Whybot doesn't know jobs of kind 'teleport'; a newer version may have queued it"));
        Service.Output.ShouldContain($"Effect hologram lobby: set aside, {Why}");
        (await Service.Http.GetStringAsync("/metrics", Cancel)).ShouldContain("whybot_writes_total{kind=\"hologram\",outcome=\"withheld\"} 1\n");
        using var pages = new HttpClient { BaseAddress = Service.Pages };
        var list = await pages.GetStringAsync("/posted", Cancel);
        list.ShouldContain("hologram");
        list.ShouldContain("a newer version may have written it. Update Whybot to that version");
        (await PageAsync(pages, "hologram")).ShouldContain("height");
        (await PageAsync(pages, "note")).ShouldContain("of another shape");
    }

    private Task<string> PageAsync(HttpClient pages, string kind) =>
        pages.GetStringAsync($"/posted/{Read<long>($"select id from effects where kind = '{kind}'")}", Cancel);
}
