using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Memory.RepositoryNames;
using Whybot.Memory.Runs;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.Storage;

/// <summary>What is known of repositories that the App was removed from.</summary>
public abstract partial class StoreConformance
{
    private static DateTimeOffset Left => Start.AddDays(1);

    private Task MarkAsync(params string[] repositories) =>
        _database.WriteAsync(async session =>
        {
            foreach (var repository in repositories)
                await ForgottenRepositories.MarkAsync(session, IdOf(repository), Left);
        }, Cancel);

    private Task<IReadOnlyList<string>> KnownAsync() =>
        _database.ReadAsync(session => session.QueryAsync<string>("select p.name from runs r join repositories p on p.id = r.repository order by p.name"),
            Cancel);

    private Task OpenAsync(params string[] repositories) => _database.WriteAsync(async session =>
    {
        foreach (var repository in repositories)
            await new RunStore(_database, _time).OpenAsync(session, IdOf(repository), new CommitSha(new string('a', 40)));
    }, Cancel);

    [Fact]
    public async Task Every_table_that_names_a_repository_is_emptied_when_one_is_forgotten()
    {
        var dialect = _database is PostgresDatabase ? Dialect.Postgres : Dialect.Sqlite;
        var catalogue = await _database.ReadAsync(session => session.QueryAsync<(string Name, string Type)>(dialect.Catalogue), Cancel);
        var views = catalogue.Where(c => c.Type is "view").Select(c => c.Name);

        catalogue.Select(c => c.Name.Split('.')).Where(n => n is [_, "repository"]).Select(n => n[0]).Except(views)
            .ShouldBe([.. RepositoryKeys.Tables.Keys, "repository_names"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_repository_is_forgotten_after_a_while_and_no_other_is()
    {
        await OpenAsync("team/gone", "team/here");
        await MarkAsync("team/gone");
        var forgotten = new ForgottenRepositories(_database);

        (await forgotten.RemoveAsync(Left, Cancel)).ShouldBeEmpty();
        (await KnownAsync()).ShouldBe(["team/gone", "team/here"]);
        (await forgotten.RemoveAsync(Left.AddSeconds(1), Cancel)).ShouldHaveSingleItem().Names.ShouldBe([new RepositoryName("team/gone")]);

        (await KnownAsync()).ShouldBe(["team/here"]);
        (await forgotten.RemoveAsync(Left.AddDays(1), Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_is_installed_again_is_not_forgotten()
    {
        await OpenAsync("team/gone");
        await MarkAsync("team/gone");

        (await _database.WriteAsync(session => ForgottenRepositories.UnmarkAsync(session, IdOf("team/gone")), Cancel)).ShouldBeTrue();
        (await _database.WriteAsync(session => ForgottenRepositories.UnmarkAsync(session, IdOf("team/here")), Cancel)).ShouldBeFalse();
        await new ForgottenRepositories(_database).RemoveAsync(Left.AddDays(1), Cancel);

        (await KnownAsync()).ShouldBe(["team/gone"]);
    }

    [Fact]
    public async Task One_that_works_again_is_not_forgotten_though_nobody_told_that_it_is_back()
    {
        await MarkAsync("team/gone");
        _time.Advance(TimeSpan.FromDays(2));
        await OpenAsync("team/gone");

        (await new ForgottenRepositories(_database).RemoveAsync(Left.AddDays(1), Cancel)).ShouldBeEmpty();

        (await KnownAsync()).ShouldBe(["team/gone"]);
    }

    [Fact]
    public async Task The_repositories_of_an_installation_are_known_without_being_named()
    {
        Task<IReadOnlyList<RepositoryRef>> OfAsync(long installation) =>
            _database.ReadAsync(session => ForgottenRepositories.OfInstallationAsync(session, installation), Cancel);

        (await OfAsync(9)).ShouldContain(new RepositoryRef(Here, 9, new RepositoryName("team/shop")));
        (await OfAsync(8)).ShouldBeEmpty();
    }
}
