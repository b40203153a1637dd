using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;

namespace Whybot.Memory.RepositoryNames;

/// <summary>
/// Which repositories exist, what they are called, and which installation may act on them. Everything else is stored under their ids. <para> GitHub's events
/// arrive late and out of order, so not every event may change a repository's name. Two things do: a <c>repository</c> event that was received after the name
/// was learned, and an answer from GitHub. Any other event changes it only to a name that it never had, since in that case the event about the renaming was
/// missed; an event with a former name was late. If this goes wrong, for example if a repository got a former name back unnoticed, the next answer corrects it.
/// </para> <para> A repository whose name was stored before its id was known has a negative number until an event or an answer has both
/// (<c>docs/decisions/0032-a-repository-is-its-id.md</c>). </para>
/// </summary>
internal sealed class Repositories(IDatabase database, TimeProvider time) : IRepositoryNames
{
    private const string Ref = "p.id, p.installation, p.name as fullname";
    private const int All = int.MaxValue;

    /// <summary>The repository with the given name; null if none. A former name works too, unless another repository has it now.</summary>
    /// <param name="name">In any case.</param>
    public Task<RepositoryRef?> FindAsync(RepositoryName name, CancellationToken cancel) => database.ReadAsync(session => NamedAsync(session, name), cancel);

    /// <summary>The repositories whose ids a query returns, sorted by name; never the row that represents all repositories.</summary>
    /// <param name="ids">SQL; its parameters are <paramref name="arguments"/>.</param>
    public static Task<IReadOnlyList<RepositoryRef>> InAsync(Session session, string ids, object? arguments = null, int most = All) =>
        session.QueryAsync<RepositoryRef>(
            $"select {Ref} from repositories p where p.id in ({ids}) and p.id <> {RepositoryId.All} order by p.name limit {most}", arguments);

    /// <summary>Records what an event says about its repository, and adds the repository if it is new. Nothing is written if nothing has changed.</summary>
    /// <param name="said">Without an id if the event had none; it is then found by name.</param>
    /// <param name="at">When the event was received.</param>
    /// <returns>The repository as it is known now: with its id, its current name and its installation.</returns>
    public static async Task<RepositoryRef> SeenAsync(Session session, RepositoryRef said, DateTimeOffset at)
    {
        if (await RowAsync(session, said) is not { } known)
            return await AddAsync(session, said, at);
        if (known.Ref.FullName == said.FullName)
            return await ServeAsync(session, known.Ref, said.Installation);
        await SettleAsync(session, said.FullName, known.Ref.Id);
        return at <= known.NamedAt || !await IsNewNameAsync(session, known.Ref, said.FullName) ? known.Ref : await NameAsync(session, known.Ref, said, at);
    }

    /// <summary>Like <see cref="SeenAsync"/>, for an event that names repositories about which the bot may have nothing: those are not added.</summary>
    /// <returns>Null if it is not known.</returns>
    public static async Task<RepositoryRef?> SeenAgainAsync(Session session, RepositoryRef said, DateTimeOffset at) =>
        await KnownAsync(session, said) is null ? null : await SeenAsync(session, said, at);

    /// <summary>The repository as it is known; null if it is not. What was stored under its name is moved to its id.</summary>
    public static async Task<RepositoryRef?> KnownAsync(Session session, RepositoryRef said) => (await RowAsync(session, said))?.Ref;

    /// <summary>Records that the App has it in an installation, whatever it is called.</summary>
    public static async Task<RepositoryRef> ServeAsync(Session session, RepositoryRef repository, long installation)
    {
        if (installation == 0 || installation == repository.Installation)
            return repository;
        await session.ExecuteAsync("update repositories set installation = @installation where id = @Id", new { installation, repository.Id });
        return repository with { Installation = installation };
    }

    /// <summary>It was renamed, or transferred to another owner.</summary>
    /// <param name="now">The repository after the change.</param>
    /// <param name="before">Its previous name; null if the event did not contain it.</param>
    /// <param name="at">When the event was received.</param>
    /// <returns>The repository as it is known now, which an event that came too late has not changed; null if it is not known.</returns>
    public static async Task<RepositoryRef?> RenamedAsync(Session session, RepositoryRef now, RepositoryName? before, DateTimeOffset at)
    {
        // What was stored under the previous name belongs to it, whoever has that name now.
        if (before is { } former && now.Id.IsGitHubs)
            await SettleAsync(session, former, now.Id);
        if (await RowAsync(session, now) is not { } known)
            return null;
        if (known.Ref.FullName == now.FullName)
            return await ServeAsync(session, known.Ref, now.Installation);
        var follows = before?.IsSame(known.Ref.FullName) is true || await IsNewNameAsync(session, known.Ref, now.FullName);
        return at <= known.NamedAt || !follows ? known.Ref : await NameAsync(session, known.Ref, now, at);
    }

    public async Task LearnAsync(RepositoryRef asked, RepositoryId id, RepositoryName fullName, CancellationToken cancel)
    {
        if (!id.IsGitHubs || (asked.Id == id && asked.FullName == fullName))
            return;
        if (asked.Id.IsGitHubs && asked.Id != id)
            throw new NonRetryableException($"{asked.FullName} is repository {asked.Id}, and GitHub answers of {id}");
        var said = asked with { Id = id, FullName = fullName };
        await database.WriteAsync(async session =>
        {
            if (asked.Id != id)
                await RepositoryKeys.ChangeAsync(session, asked.Id, id);
            if (await RowAsync(session, said) is { } known && known.Ref.FullName != fullName)
                await NameAsync(session, known.Ref, said, time.GetUtcNow());
        }, cancel);
        throw new RetryLaterException(time.GetUtcNow(), $"{asked.FullName} is {fullName}, repository {id}");
    }

    private static async Task<RepositoryRef?> NamedAsync(Session session, RepositoryName name) => await session.FirstAsync<RepositoryRef>(
        $"select {Ref} from repository_names n join repositories p on p.id = n.repository where n.name = @name", new { name = KeyOf(name) });

    private static async Task<Known?> RowAsync(Session session, RepositoryRef said)
    {
        if (said.Id == RepositoryId.Unknown)
            return await NamedAsync(session, said.FullName) is { } named ? new Known(named, DateTimeOffset.MaxValue) : null;
        if (await ByIdAsync(session, said.Id) is { } known)
            return known;
        return await SettleAsync(session, said.FullName, said.Id) ? await ByIdAsync(session, said.Id) : null;
    }

    private static async Task<Known?> ByIdAsync(Session session, RepositoryId id) =>
        await session.FirstAsync<Row>("select name, installation, named_at from repositories where id = @id", new { id }) is { } row
            ? new Known(new RepositoryRef(id, row.Installation, row.Name), row.NamedAt) : null;

    /// <summary>Moves what was stored under a name to the id that GitHub has for it.</summary>
    /// <returns>Whether there was anything to move.</returns>
    private static async Task<bool> SettleAsync(Session session, RepositoryName name, RepositoryId id)
    {
        var waiting = await session.QueryAsync<RepositoryId>(
            $"select id from repositories where id < {RepositoryId.All} and lower(name) = @name order by id desc", new { name = KeyOf(name) });
        foreach (var provisional in waiting)
            await RepositoryKeys.ChangeAsync(session, provisional, id);
        return waiting.Count > 0;
    }

    private static async Task<RepositoryRef> AddAsync(Session session, RepositoryRef said, DateTimeOffset at)
    {
        const string Insert = "insert into repositories (id, name, installation, named_at) values (@id, @FullName, @Installation, @at)";
        var isKnown = said.Id != RepositoryId.Unknown;
        var id = isKnown ? said.Id : await session.FirstAsync<RepositoryId>("select min(id) - 1 from repositories");
        // Another instance may have added it. If one took the same provisional number for a different repository, that is a conflict.
        await session.ExecuteAsync(isKnown ? $"{Insert} on conflict (id) do nothing" : Insert, new { id, said.FullName, said.Installation, at });
        await TakeNameAsync(session, id, said.FullName);
        return said with { Id = id };
    }

    private static async Task<RepositoryRef> NameAsync(Session session, RepositoryRef known, RepositoryRef said, DateTimeOffset at)
    {
        await SettleAsync(session, said.FullName, known.Id);
        await session.ExecuteAsync("update repositories set name = @FullName, named_at = @at where id = @Id", new { said.FullName, at, known.Id });
        await TakeNameAsync(session, known.Id, said.FullName);
        return await ServeAsync(session, known with { FullName = said.FullName }, said.Installation);
    }

    private static Task TakeNameAsync(Session session, RepositoryId id, RepositoryName name) => session.ExecuteAsync("""
        insert into repository_names (name, repository) values (@name, @id) on conflict (name) do update set repository = excluded.repository
        """, new { id, name = KeyOf(name) });

    /// <summary>Whether it is neither a name that it had before, nor one that another repository has now.</summary>
    private static async Task<bool> IsNewNameAsync(Session session, RepositoryRef known, RepositoryName name) =>
        await NamedAsync(session, name) is not { } holder || (holder.Id != known.Id && !holder.FullName.IsSame(name));

    /// <summary>GitHub's names are not case-sensitive.</summary>
    private static string KeyOf(RepositoryName name) => name.Value.ToLowerInvariant();

    private sealed record Known(RepositoryRef Ref, DateTimeOffset NamedAt);

    private sealed record Row
    {
        public required RepositoryName Name { get; init; }
        public required long Installation { get; init; }
        public required DateTimeOffset NamedAt { get; init; }
    }
}
