using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Storage;
using Whybot.Memory.Effects;
using Whybot.Publishing;

namespace Whybot.Intake.Actions.State;

/// <summary>
/// What Whybot knows of a repository, between workflow runs: a branch of its own, one commit without parents, replaced by compare-and-swap. Before a run acts
/// it writes what it is about to do, so that of two runs at the same moment one has to begin again, and sees what the other does.
/// </summary>
internal sealed class StateBranch(RootlessBranches branches, DefaultBranchTexts texts, WorkingCopy copy, StateSettings settings,
    PublishingSettings publishing, TimeProvider time, ActionsLog log) : IClaims
{
    public const string StoreFile = "store.txt";

    /// <summary>
    /// A run that is killed keeps others from its work for this long; one that lives ends sooner. The documented workflow lets a job take no longer, so nobody
    /// takes over from a run that is still at work.
    /// </summary>
    private static readonly TimeSpan Claimed = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, string> _readme = new(StringComparer.Ordinal)
    {
        ["README.md"] = """
            # What Whybot knows

            Whybot keeps its memory of this repository here while it runs inside GitHub Actions: one commit, replaced after each run. It is not for people.
            Do not edit it. If you delete the branch, Whybot reads its own issues and comments again; what people told it by commands is lost.
            """,
    };
    private RepositoryRef? _repository;
    private BranchTip? _tip;
    private string? _saved;
    private IReadOnlyList<StateClaim> _others = [];
    private IReadOnlyList<string> _mine = [];

    /// <summary>Whether the branch did not exist, or could not be read.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Reads the newest state into the working copy, and files of the default branch with it.</summary>
    /// <param name="beside">Their paths, which must need no escaping.</param>
    public async Task LoadAsync(RepositoryRef repository, IReadOnlyList<string> beside, CancellationToken cancel)
    {
        _repository = repository;
        _mine = [];
        _tip = await branches.TipAsync(repository, settings.Branch, beside, cancel);
        texts.Know(_tip.Beside);
        var file = Path.Combine(settings.Folder, $"{Guid.NewGuid():N}.sqlite");
        Directory.CreateDirectory(settings.Folder);
        IsNew = !await OpenAsync(repository, file, cancel);
        _saved = IsNew ? null : StateArchive.Pack(copy.File!, !_tip.IsPrivate, time.GetUtcNow()).Hash;
    }

    public async Task<IReadOnlyList<Effect>> TakeAsync(IReadOnlyList<Effect> due, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var held = _others.Where(c => c.Until > now && c.Run != settings.Run).SelectMany(c => c.Effects).ToHashSet(StringComparer.Ordinal);
        List<Effect> free = [.. due.Where(e => !held.Contains(Key(e)))];
        if (free.Count > 0)
        {
            _mine = [.. free.Select(Key)];
            await SaveAsync(cancel);
        }
        return free;
    }

    /// <summary>Writes the working copy into the branch, unless it says what the branch says already.</summary>
    /// <exception cref="StateMovedException">Another run has written it meanwhile.</exception>
    public async Task SaveAsync(CancellationToken cancel)
    {
        // A dry run leaves no trace.
        if (publishing.IsDryRun)
            return;
        var now = time.GetUtcNow();
        var archive = StateArchive.Pack(copy.File!, !_tip!.IsPrivate, now + Claimed);
        var claims = StateClaimJson.Write([.. _others.Where(c => c.Until > now && c.Run != settings.Run), .. Mine(now)]);
        if (archive.Hash == _saved && _mine.Count == 0)
            return;
        _tip = _tip with { Commit = await WriteAsync(archive.Text, claims, cancel) };
        _saved = archive.Hash;
    }

    /// <returns>The branch's new commit.</returns>
    private async Task<CommitSha> WriteAsync(string store, string claims, CancellationToken cancel)
    {
        try
        {
            var commit = await branches.StoreAsync(_repository!, $"Whybot, run {settings.Run}",
                new Dictionary<string, string>(_readme, StringComparer.Ordinal) { [StoreFile] = store, [StateClaimJson.File] = claims }, cancel);
            return await branches.MoveAsync(_repository!, settings.Branch, _tip!, commit, cancel) ? commit : throw new StateMovedException();
        }
        catch (Exception failure) when (failure is GitHubException or GitHubUnreachableException)
        {
            throw new StateUnwritableException(settings.Branch, failure);
        }
    }

    /// <summary>Writes the state at the end of the run, which then claims nothing.</summary>
    public async Task EndAsync(CancellationToken cancel)
    {
        if (_mine.Count > 0)
            _saved = null;
        _mine = [];
        await SaveAsync(cancel);
    }

    private IEnumerable<StateClaim> Mine(DateTimeOffset now) => _mine.Count == 0 ? [] : [new StateClaim(settings.Run, now + Claimed, _mine)];

    private static string Key(Effect effect) => $"{effect.Kind} {effect.Target}";

    /// <returns>False if there is no state, or none that can be read.</returns>
    private async Task<bool> OpenAsync(RepositoryRef repository, string file, CancellationToken cancel)
    {
        _others = StateClaimJson.Read(_tip!.Files.GetValueOrDefault(StateClaimJson.File)?.Text ?? "[]");
        try
        {
            if (_tip.Commit is not null)
            {
                StateArchive.Unpack(_tip.Files.TryGetValue(StoreFile, out var blob) ? await branches.ReadAsync(repository, blob, cancel)
                    : throw new InvalidDataException($"it has no {StoreFile}"), file);
                await copy.OpenAsync(file);
                return true;
            }
        }
        catch (StoreVersionException)
        {
            // A newer version wrote it: this one must not overwrite what it cannot read.
            throw;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or StoreUnavailableException)
        {
            var aside = $"{settings.Branch}-unreadable-{_tip.Commit!.Value.Short}";
            log.Warning($"The state in the branch {settings.Branch} cannot be read ({unreadable.Message}). It is kept as {aside}, and begun anew");
            await branches.MoveAsync(repository, aside, _tip with { Commit = null }, _tip.Commit.Value, cancel);
            File.Delete(file);
        }
        await copy.OpenAsync(file);
        return false;
    }
}
