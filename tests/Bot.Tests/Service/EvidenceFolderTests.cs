using Shouldly;
using Whybot.Testing;
using Whybot.Testing.GitHub;
using Xunit;

namespace Whybot.Bot.Tests.Service;

/// <summary>The real service sweeps, in a folder in which somebody else keeps something.</summary>
public sealed class EvidenceFolderTests : ServiceTest
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private string Stranger(params string[] below)
    {
        var folder = Directory.CreateDirectory(Path.Combine([Folder, .. below])).FullName;
        File.WriteAllText(Path.Combine(folder, "thesis.txt"), "years of work");
        Directory.SetLastWriteTimeUtc(folder, LongAgo);
        return Path.Combine(folder, "thesis.txt");
    }

    [Fact]
    public async Task A_strangers_runs_stay_whatever_their_age_while_the_services_own_are_removed()
    {
        Stage.FailingPull(GitHub);
        var (theirs, linked) = (Stranger("runs", "octo", "thesis", "chapter-1"), Stranger("elsewhere", "thesis", "chapter-2"));
        Directory.CreateSymbolicLink(Path.Combine(Folder, "runs", "linked"), Path.Combine(Folder, "elsewhere"));
        Service.With("Whybot__Queue__SweepRuns", "00:00:00.500");
        await Service.StartAsync();
        await RunEndsAsync(Stage.HeadSha);

        // A run's folder holds folders of that name too.
        var own = new DirectoryInfo(Folder).EnumerateDirectories(Stage.HeadSha, SearchOption.AllDirectories).MinBy(d => d.FullName.Length)!;
        Directory.SetLastWriteTimeUtc(own.FullName, LongAgo);
        await Wait.UntilAsync(() => !Directory.Exists(own.FullName), () => Service.Output);

        File.Exists(theirs).ShouldBeTrue();
        File.Exists(linked).ShouldBeTrue();
        var configured = Path.Combine(Folder, "runs");
        Service.Output.ShouldContain($"{configured} holds files that Whybot did not make; evidence is kept in {Path.Combine(configured, "whybot-evidence")}");
    }
}
