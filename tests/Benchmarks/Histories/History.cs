using Dapper;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Testing;
using Whybot.Testing.GitHub;

namespace Whybot.Benchmarks.Histories;

/// <param name="Violations">What must not be; empty if all is well.</param>
/// <param name="Story">A line for each run.</param>
/// <param name="Samples">What the runs cost that nothing disturbed.</param>
internal sealed record HistoryEnd(IReadOnlyList<string> Violations, IReadOnlyList<string> Story, IReadOnlyList<RunSample> Samples);

/// <param name="Kind">Of event.</param>
/// <param name="Requests">0 where they were not counted.</param>
internal sealed record RunSample(string Kind, int Requests, TimeSpan Took);

/// <summary>
/// A random history of a repository in which Whybot runs inside GitHub Actions: events side by side, and whatever can go wrong. One seed, one history; only how
/// runs at the same moment interleave is up to the machine.
/// </summary>
internal sealed class History : IAsyncDisposable
{
    private const int MostWakeUps = 12;
    private const int QuietWakeUps = 2;
    private const int MostRequestsBeforeKill = 25;

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random;
    private readonly Runners _runners;
    private readonly World _world;
    private readonly HistoryJudge _judge;
    private readonly Troubles _troubles;
    private readonly List<string> _story = [];
    private readonly List<RunSample> _samples = [];

    private History(FakeGitHub github, int seed, bool asProcesses)
    {
        // The same numbers each time is what is wanted here.
        _random = new Random(seed);
        _runners = asProcesses ? new ProcessRunners(github, _folder.Path) : new InProcessRunners(github, _folder.Path);
        github.Now = _runners.Time.GetUtcNow;
        github.Remaining = int.MaxValue;
        github.Apps.PlainToken = "ghs_a_token_of_a_history";
        github.Apps.Permissions["contents"] = "write";
        _world = new World(github, new Random(seed + 1), _runners.Time);
        _judge = new HistoryJudge(_world, github, _runners.Time);
        _troubles = new Troubles(github, new Random(seed + 2));
    }

    /// <param name="moments">How many moments at which something happens.</param>
    /// <param name="asProcesses">Whether the program itself is run, as users run it.</param>
    /// <param name="checks">Whether requests and answers are compared with GitHub's own description.</param>
    public static async Task<HistoryEnd> RunAsync(int seed, int moments, bool asProcesses, bool checks, CancellationToken cancel)
    {
        await using var github = await FakeGitHub.StartAsync(checks);
        await using var history = new History(github, seed, asProcesses);
        for (var i = 1; i <= moments; i++)
            await history.MomentAsync(i, cancel);
        await history.EndAsync(moments, cancel);
        return new HistoryEnd(history._judge.Violations, history._story, history._samples);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task MomentAsync(int number, CancellationToken cancel)
    {
        List<WorldEvent> events = [.. _world.GoOn(all: false)];
        for (var i = _random.Next(3); i >= 0; i--)
            events.AddRange(_world.Happen());
        if (events.Count > 0 && _random.Next(4) == 0)
            events.Add(events[_random.Next(events.Count)]);
        if (_random.Next(4) == 0)
            events.Add(WorldEvent.WakeUp);
        // The first events of all find nothing that could be lost.
        var trouble = number <= 2 ? Trouble.None : _troubles.Choose();
        Prepare(trouble);
        _troubles.Begin(trouble);
        var killed = trouble == Trouble.Killed && events.Count > 0 ? _random.Next(events.Count) : -1;
        var (at, afterwards) = (1 + _random.Next(MostRequestsBeforeKill), _random.Next(2) == 0);
        var ends = await Task.WhenAll(events.Select((e, i) => RunAsync(e, i == killed ? at : null, afterwards, cancel)));
        for (var i = 0; i < events.Count; i++)
            Note(number, trouble, events[i], ends[i], events.Count == 1);
        _troubles.End(all: false);
        _judge.Look();
        _runners.Later(TimeSpan.FromMinutes(_random.Next(8) == 0 ? 300 : 1 + _random.Next(40)));
    }

    /// <summary>Everything ends, and nothing goes wrong any more.</summary>
    private async Task EndAsync(int moment, CancellationToken cancel)
    {
        _troubles.End(all: true);
        var began = _runners.Time.GetUtcNow();
        for (int i = 1, quiet = 0; i <= MostWakeUps && quiet < QuietWakeUps; i++)
        {
            var before = _world.Repository.Refs.GetValueOrDefault(StateFile.Ref);
            List<WorldEvent> events = [.. _world.GoOn(all: true), WorldEvent.WakeUp];
            foreach (var @event in events)
                Note(moment + i, Trouble.None, @event, await RunAsync(@event, null, false, cancel), alone: true);
            quiet = events.Count == 1 && _world.Repository.Refs.GetValueOrDefault(StateFile.Ref) == before ? quiet + 1 : 0;
            _runners.Later(TimeSpan.FromMinutes(70));
        }
        _judge.Conclude(began);
        foreach (var issue in _world.Repository.Issues)
            _story.AddRange([$"#{issue.Number} {issue.State} {issue.Title}", .. issue.Body.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)
                || l.StartsWith("Seen in ", StringComparison.Ordinal)).Select(l => $"    {l}")]);
        _story.AddRange(StateFile.Ask(_world.Repository, store => store.Query<string>("""
            select '#' || coalesce(c.issue, 'none') || ' ' || c.cluster || ' ' || c.title || ': ' || group_concat(substr(s.sha, 1, 8) || ' ' || s.tests, ', ')
            from causes c left join sightings s on s.repository = c.repository and s.cluster = c.cluster group by c.cluster order by c.issue
            """).ToList()));
        _story.AddRange(_world.Main.Where(c => c.Failing.Count > 0).Select(c => $"{c.Sha[..8]} fails: {string.Join(", ", c.Failing.Select(f => f.Name))}"));
    }

    private void Prepare(Trouble trouble)
    {
        if (trouble is not (Trouble.StateLost or Trouble.StateUnreadable) || !_world.Repository.Refs.ContainsKey(StateFile.Ref))
            return;
        _judge.Loses();
        if (trouble == Trouble.StateLost)
            _world.Repository.Refs.Remove(StateFile.Ref);
        else
            StateFile.Break(_world.Repository);
    }

    private async Task<RunEnd> RunAsync(WorldEvent @event, int? killAt, bool afterwards, CancellationToken cancel)
    {
        try
        {
            return await _runners.RunAsync(@event, killAt, afterwards, cancel);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or GitHubException or GitHubUnreachableException or RetryLaterException)
        {
            return new RunEnd(3, failure.Message, "", "");
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            _judge.Violated($"{@event.Name}: {failure}");
            return new RunEnd(4, failure.Message, "", "");
        }
    }

    private void Note(int moment, Trouble trouble, WorldEvent @event, RunEnd end, bool alone)
    {
        _story.Add($"{moment,3} {_runners.Time.GetUtcNow():dd HH:mm} {trouble,-15} {@event.Kind,-15} {@event.Subject,-42} {end.Code,2} "
            + end.Log.ReplaceLineEndings(" / "));
        if (end.Code is 0 or 1)
            _judge.Took(@event.Subject);
        if (trouble == Trouble.None && alone && end.Code == 0)
            _samples.Add(new RunSample(@event.Kind, end.Requests, end.Took));
    }
}
