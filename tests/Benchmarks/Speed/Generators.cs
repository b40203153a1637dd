using System.Globalization;
using System.Security;
using System.Text;
using Whybot.Analysis.Explanation.Correlation;
using Whybot.Analysis.Inputs.Results;

namespace Whybot.Benchmarks.Speed;

/// <summary>Makes large inputs from a seed: the same seed gives the same bytes.</summary>
internal static class Generators
{
    public static readonly string[] Nouns = ["order", "cart", "invoice", "shipment", "payment", "refund", "customer", "session", "ticket", "report", "export",
        "price", "stock", "coupon", "address"];
    private static readonly string[] Errors = ["AssertionError", "KeyError", "TimeoutError", "ConnectionRefusedError", "ValueError", "PermissionError",
        "OrderStateException", "SchemaMismatch"];

    /// <summary>What a test says that fails for a cause; ids, times and addresses differ each time.</summary>
    public static string FailureText(Random random, int cause, int bytes)
    {
        var noun = Nouns[cause % Nouns.Length];
        var error = Errors[cause / Nouns.Length % Errors.Length];
        var text = new StringBuilder(bytes + 200);
        text.Append($"{error}: {noun} 'state_{cause}' was not accepted: id {random.Next():x8}{random.Next():x8} at "
            + $"2026-11-20T{random.Next(24):00}:{random.Next(60):00}:{random.Next(60):00}Z from "
            + $"10.0.{random.Next(255)}.{random.Next(255)}:{random.Next(1024, 65535)}\n");
        for (var frame = 0; frame < 6; frame++)
            text.Append($"  File \"/home/runner/work/{random.Next(100000)}/shop/{noun}/{(frame < 5 ? "handlers" : $"step_{cause}")}.py\", line "
                + $"{10 + frame * 7 + cause % 5}, in {noun}_{frame}_{cause % 40}\n    raise {error}({noun})\n");
        while (text.Length < bytes)
            text.Append($"{noun} log {random.Next():x8}: waited {random.Next(100)} ms for {Nouns[random.Next(Nouns.Length)]} {random.Next(100000)}\n");
        return text.ToString();
    }

    /// <summary>A JUnit file of about 500 bytes per case, one in twenty failing: 50 MB for 100,000.</summary>
    public static void JUnit(string path, int cases, int seed)
    {
        var random = new Random(seed);
        using var file = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 16);
        file.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites>\n");
        for (var i = 0; i < cases; i++)
        {
            if (i % 500 == 0)
                file.Write(string.Create(CultureInfo.InvariantCulture,
                    $"{(i > 0 ? "</testsuite>\n" : "")}<testsuite name=\"suite {i / 500}\" tests=\"500\" timestamp=\"2026-11-20T12:00:00\" time=\"12.5\">\n"));
            var noun = Nouns[i % Nouns.Length];
            file.Write(string.Create(CultureInfo.InvariantCulture,
                $"<testcase classname=\"tests.{noun}s.test_{noun}_{i / 50}\" name=\"test_{noun}_{i}_is_kept_when_the_session_ends[{i % 7}]\" "
                + $"file=\"tests/{noun}s/test_{noun}_{i / 50}.py\" time=\"{random.NextDouble():0.000}\">"));
            if (i % 20 == 0)
            {
                var text = SecurityElement.Escape(FailureText(random, i / 20 % 300, 1500))!;
                file.Write($"<failure message=\"{text[..text.IndexOf('\n', StringComparison.Ordinal)]}\">{text}</failure>");
            }
            else
                file.Write($"<system-out>{noun} {i}: began, took {random.Next(1000)} steps, {new string('.', 190)} ended well</system-out>");
            file.Write("</testcase>\n");
        }
        file.Write("</testsuite>\n</testsuites>\n");
    }

    /// <summary>Failed tests of a few hundred causes.</summary>
    public static IReadOnlyList<TestCase> Failures(int count, int causes, int bytes, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var text = FailureText(random, random.Next(causes), bytes);
            return new TestCase
            {
                Id = $"tests.test_{i / 100}::test_{i}", ClassName = $"tests.test_{i / 100}", Name = $"test_{i}", Suite = "s", Outcome = TestOutcome.Failed,
                    Source = "results/s.xml", Line = i, EndLine = i,
                Failure = new Failure(null, text[..text.IndexOf('\n', StringComparison.Ordinal)], text, i, i),
            };
        })];
    }

    /// <summary>A job's log: builds, downloads, a runner that tells of its tests, some of which fail.</summary>
    /// <param name="tests">Of a thousand lines so many name a test that passed.</param>
    public static void JobLog(string path, long bytes, int tests, int seed)
    {
        var random = new Random(seed);
        using var file = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 16);
        long written = 0;
        for (var i = 0; written < bytes; i++)
        {
            var line = (i % 1000) switch
            {
                0 => "##[group]Run make test",
                1 => "##[endgroup]",
                997 => $"FAILED tests/test_{Nouns[i / 1000 % Nouns.Length]}.py::test_{i / 1000 % 5000} - AssertionError: {random.Next(100)} != "
                    + $"{random.Next(100)}",
                < 300 => $"[INFO] Downloading from central: "
                    + $"https://repo.example/maven2/org/shop/{Nouns[random.Next(Nouns.Length)]}/{random.Next(9)}.{random.Next(9)}/"
                    + $"shop-{random.Next():x8}.jar ({random.Next(900)} kB at {random.Next(9)}.{random.Next(9)} MB/s)",
                var at when at >= 300 && at < 300 + tests => $"tests/test_{Nouns[i % Nouns.Length]}.py::test_{i} PASSED [ {i % 100}%]",
                _ => $"{random.Next(24):00}:{random.Next(60):00}:{random.Next(60):00}.{random.Next(1000):000} DEBUG worker-{random.Next(16)} "
                    + $"shop.{Nouns[random.Next(Nouns.Length)]} - handled request {random.Next():x8} in {random.Next(500)} ms",
            };
            file.Write($"2026-11-20T12:{i / 60000 % 60:00}:{i / 1000 % 60:00}.{i % 1000:000}0000Z ");
            file.Write(line);
            file.Write('\n');
            written += line.Length + 30;
        }
        file.Write("2026-11-20T13:00:00.0000000Z ##[error]Process completed with exit code 1.\n");
    }

    public static IEnumerable<IndexedIssue> Issues(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
            yield return new IndexedIssue($"{i + 1}", $"tests/test_{Nouns[i % Nouns.Length]}.py::test_{i} fails",
                $"Seen on staging.\n\n```\n{FailureText(random, i, 900)}```\n", null, null);
    }
}
