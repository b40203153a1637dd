using Shouldly;
using Whybot.Benchmarks.Histories;
using Xunit;

namespace Whybot.Bot.Tests.Actions;

/// <summary>A few short random histories; <c>Whybot.Benchmarks.dll histories</c> plays longer ones, and repeats one by its seed.</summary>
[Needs("processes")]
public sealed class HistoryTests
{
    [Fact]
    public Task In_eight_random_histories_nothing_is_said_or_done_twice_counts_are_exact_and_nothing_stays_open() =>
        PlayAsync(Enumerable.Range(1, 8), moments: 5, asProcesses: false);

    [Fact]
    public Task The_same_holds_in_two_with_the_program_itself() => PlayAsync([9, 10], moments: 3, asProcesses: true);

    private static async Task PlayAsync(IEnumerable<int> seeds, int moments, bool asProcesses)
    {
        var ends = await Task.WhenAll(seeds.Select(async seed => (Seed: seed,
            End: await History.RunAsync(seed, moments, asProcesses, checks: true, TestContext.Current.CancellationToken))));

        var wrong = ends.Where(e => e.End.Violations.Count > 0).ToList();
        wrong.SelectMany(w => w.End.Violations.Select(v => $"seed {w.Seed}: {v}"))
            .ShouldBeEmpty(string.Join('\n', wrong.SelectMany(w => w.End.Story.Prepend($"seed {w.Seed}"))));
    }
}
