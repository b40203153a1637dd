namespace Whybot.Demo;

/// <summary>The story: a deployment that works, one that does not, and its fix.</summary>
/// <param name="tell">A heading, and what is shown below it.</param>
/// <param name="progress">What a check run shows while it goes on.</param>
/// <param name="meanwhile">Done while the suites of the broken deployment run.</param>
public sealed class Story(World world, Action<string, string> tell, Action<string> progress, Func<Task>? meanwhile = null)
{
    public async Task TellAsync()
    {
        await RunAsync(1, World.Good, null, "A good revision reaches staging");
        tell($"Check run on {World.Good[..8]}", FirstLines(world.Check(World.Good)!.Value.Summary, 3));

        await BreakAsync();

        await RunAsync(3, World.Fixed, null, "The fix reaches staging");
        tell($"Check run on {World.Fixed[..8]}", FirstLines(world.Check(World.Fixed)!.Value.Summary, 8));
        foreach (var issue in OwnIssues())
            tell($"Issue #{issue.Number}, its ledger", Between(issue.Body, "<!-- whybot:seen -->", "<!-- whybot:seen-end -->"));
        foreach (var comment in Comments())
            tell($"The comment on #{world.Pull.Number}, edited in place", FirstLines(comment, 3));
    }

    private async Task BreakAsync()
    {
        await RunAsync(2, World.Broken, world.Breakage, $"A broken revision reaches staging: {world.Breakage.About}", meanwhile);
        foreach (var comment in Comments())
            tell($"Comment on #{world.Pull.Number}, {world.Breakage.Change}", comment);
        if (!Comments().Any())
            tell($"Check run on {World.Broken[..8]}", world.Check(World.Broken)!.Value.Summary);
        foreach (var issue in OwnIssues())
            tell($"Issue #{issue.Number}: {issue.Title} [{string.Join(", ", issue.Labels)}]", FirstLines(issue.Body, 12));
        tell("Worklog (whybot worklog acme/shop staging)", FirstLines(await world.WorklogAsync(), 40));
    }

    private async Task RunAsync(int deployment, string sha, Breakage? broken, string heading, Func<Task>? then = null)
    {
        tell(heading, $"deployment {deployment} of {sha[..8]}");
        await world.DeployAsync(deployment, sha, broken);
        if (then is not null)
            await then();
        await world.DecidedAsync(sha, progress);
    }

    private IEnumerable<string> Comments() => world.Shop.PullComments.GetValueOrDefault(world.Pull.Number, []).Select(c => c.Body);

    private IEnumerable<Testing.GitHub.FakeIssue> OwnIssues() => world.Shop.Issues.Where(i => i.Via is not null);

    private static string FirstLines(string text, int most)
    {
        var lines = text.TrimEnd().Split('\n');
        return string.Join('\n', lines.Take(most)) + (lines.Length > most ? $"\n… ({lines.Length - most} more lines)" : "");
    }

    private static string Between(string text, string begin, string end)
    {
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)].Trim();
    }
}
