using System.IO.Compression;
using System.Text.Json;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Inputs.Issues;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Benchmarks.Speed;

namespace Whybot.Benchmarks.Accuracy;

/// <summary>
/// Failures against all issues of one tracker: where the right one stands among what the words find, and what the rules then decide. A failure's label is the
/// number of its issue; issues that are newer than the failure are not looked at.
/// </summary>
internal static class TrackerAccuracy
{
    private const int Most = 10;
    private const int Newer = 1_000_000;

    /// <param name="folder">Holds <c>issues.jsonl.gz</c> (id, title, body) and <c>failures.jsonl.gz</c> (id, text, label; also: others of the same; test where
    /// it is known).</param>
    public static void Print(string folder)
    {
        var failures = Read(Path.Combine(folder, "failures.jsonl.gz")).ToList();
        var names = new TestNames([], failures.Select(Test).OfType<string>());
        var issues = Read(Path.Combine(folder, "issues.jsonl.gz"))
            .Select((i, at) => new KnownIssue(int.Parse(Text(i, "id")), Text(i, "title"), Text(i, "body"), true, [], null, null, "issues.json", $"/{at}"))
            .Select(i => new IssueProfile(i, names)).ToList();
        var candidates = new Candidates([.. issues.Select(i => i.Text)]);
        var matcher = new IssueMatcher(issues, new Dictionary<Priority, string>());
        for (var half = 0; half < 2; half++)
        {
            var those = failures.Where((_, at) => at % 2 == half).ToList();
            int first = 0, three = 0, ten = 0, right = 0, wrong = 0, told = 0;
            foreach (var failure in those)
            {
                var (own, label) = (int.Parse(Text(failure, "id")), int.Parse(Text(failure, "label")));
                var cause = Matching.Cause(Test(failure) ?? "job", Text(failure, "text"));
                var place = candidates.Of(cause.Query, Most, i => issues[i].Issue.Number < own).ToList().FindIndex(c => issues[c.Issue].Issue.Number == label);
                first += place == 0 ? 1 : 0;
                three += place is >= 0 and < 3 ? 1 : 0;
                ten += place >= 0 ? 1 : 0;
                var same = failure.GetProperty("also").EnumerateArray().Select(a => int.Parse(a.GetString()!)).Append(label).ToHashSet();
                var answer = matcher.Correlate(cause, (IReadOnlyList<int>)Enumerable.Range(own, Newer));
                right += answer.Match is { } found && same.Contains(found.Issue.Number) ? 1 : 0;
                wrong += answer.Match is { } match && !same.Contains(match.Issue.Number) ? 1 : 0;
                told += (answer.Match is { } one ? answer.Related.Append(one) : answer.Related).Any(r => same.Contains(r.Issue.Number)) ? 1 : 0;
            }
            string Share(int n) => $"{n / (double)Math.Max(1, those.Count):0.000}";
            Console.WriteLine($"{"AB"[half]}: {those.Count} failures, {issues.Count:N0} issues: found first {Share(first)}, among three {Share(three)}, "
                + $"among ten {Share(ten)}; "
                + $"matched right {right}, otherwise {wrong}, matched or listed {Share(told)}");
        }
    }

    private static IEnumerable<JsonElement> Read(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return JsonDocument.Parse(line).RootElement;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string? Test(JsonElement failure) => failure.TryGetProperty("test", out var test) && test.ValueKind == JsonValueKind.String
        ? test.GetString() : null;
}
