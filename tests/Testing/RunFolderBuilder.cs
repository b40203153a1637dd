using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json.Nodes;

namespace Whybot.Testing;

/// <summary>Writes a run's folder as the service and GitHub would: results, logs, readiness, earlier runs, answers.</summary>
public sealed class RunFolderBuilder : IDisposable
{
    public const string Repository = "team/shop";
    public const string BaseSha = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const string HeadSha = "ffffffffffffffffffffffffffffffffffffffff";

    private readonly TemporaryFolder _folder = new();
    private readonly SortedDictionary<string, List<Case>> _suites = new(StringComparer.Ordinal);
    private readonly JsonArray _services = [];
    private readonly JsonArray _issues = [];
    private readonly List<(string Sha, string Title, int Pull, JsonArray Files)> _commits = [];
    private readonly List<HashSet<string>> _history = [];
    private readonly Dictionary<(int Run, string Test), Case> _pastFailures = [];

    private sealed record Case(string Name, string? Message, string? Text, double Seconds, bool Error, bool Skipped = false);

    public string Path => _folder.Path;

    public RunFolderBuilder Pass(string suite, params string[] tests) => Add(suite, tests.Select(t => new Case(t, null, null, 0.02, false)));

    public RunFolderBuilder Skip(string suite, params string[] tests) => Add(suite, tests.Select(t => new Case(t, null, null, 0, false, Skipped: true)));

    public RunFolderBuilder PassInNoTime(string suite, params string[] tests) => Add(suite, tests.Select(t => new Case(t, null, null, 0, false)));

    public RunFolderBuilder Fail(string suite, string test, string message, string text = "", bool error = false) =>
        Add(suite, [new Case(test, message, text, 0.05, error)]);

    /// <summary>Earlier runs in which the given tests, and all of this run, passed; written last.</summary>
    public RunFolderBuilder History(int runs, params string[] alsoTests)
    {
        for (var i = 0; i < runs; i++)
            _history.Add([.. alsoTests]);
        return this;
    }

    /// <summary>Makes a test fail in one earlier run (from 1) as it does now.</summary>
    public RunFolderBuilder FailedBefore(int run, string suite, string test, string message, string text = "")
    {
        _pastFailures[(run, $"{suite}/{test}")] = new Case(test, message, text, 0.05, false);
        return this;
    }

    public RunFolderBuilder Service(string name, string kind, string target, bool ok, string evidence, int? status = null, double latency = 2)
    {
        _services.Add(new JsonObject
        {
            ["name"] = name,
            ["ready"] = ok,
            ["probes"] = new JsonArray(new JsonObject
            {
                ["kind"] = kind,
                ["target"] = target,
                ["ok"] = ok,
                ["status"] = status,
                ["evidence"] = evidence,
                ["latencyMs"] = latency
            })
        });
        return this;
    }

    public RunFolderBuilder Issue(int number, string title, string body, bool open = true, params string[] labels)
    {
        _issues.Add(new JsonObject
        {
            ["number"] = number,
            ["title"] = title,
            ["body"] = body,
            ["state"] = open ? "open" : "closed",
            ["updated_at"] = "2026-10-10T08:00:00Z",
            ["closed_at"] = open ? null : "2026-10-01T08:00:00Z",
            ["labels"] = new JsonArray([.. labels.Select(l => (JsonNode)new JsonObject { ["name"] = l })]),
        });
        return this;
    }

    public RunFolderBuilder Commit(string title, int pull, string path, string patch, string status = "modified", string? previous = null)
    {
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(title)))[..40];
        _commits.Add((sha, title, pull, [new JsonObject { ["filename"] = path, ["previous_filename"] = previous, ["status"] = status, ["patch"] = patch }]));
        return this;
    }

    public string ShaOf(string title) => _commits.First(c => c.Title == title).Sha;

    public RunFolderBuilder File(string path, string text)
    {
        _folder.Write(path, text);
        return this;
    }

    public RunFolderBuilder Write()
    {
        File("deployment_status.json", new JsonObject
        {
            ["repository"] = new JsonObject { ["full_name"] = Repository },
            ["deployment"] = new JsonObject { ["sha"] = HeadSha, ["environment"] = "staging", ["created_at"] = "2026-10-12T08:00:00Z" },
        }.ToJsonString());
        if (_services.Count > 0)
            File("readiness.json", new JsonObject { ["checkedAt"] = "2026-10-12T08:01:00Z", ["services"] = _services.DeepClone() }.ToJsonString());
        foreach (var (suite, cases) in _suites)
            File($"results/{suite}.xml", Xml(suite, cases));
        WriteHistory();
        WriteAnswers();
        return this;
    }

    public void Dispose() => _folder.Dispose();

    private RunFolderBuilder Add(string suite, IEnumerable<Case> cases)
    {
        if (!_suites.TryGetValue(suite, out var list))
            _suites[suite] = list = [];
        list.AddRange(cases);
        return this;
    }

    private void WriteHistory()
    {
        foreach (var (also, i) in _history.Select((also, i) => (also, i)))
        {
            var sha = i == _history.Count - 1 ? BaseSha : (i + 1).ToString("x40", CultureInfo.InvariantCulture);
            File($"history/{i + 1:00}/run.json", new JsonObject { ["sha"] = sha, ["deployedAt"] = "2026-10-11T12:00:00Z" }.ToJsonString());
            var tests = _suites.SelectMany(s => s.Value.Select(c => $"{s.Key}/{c.Name}")).Concat(also).Distinct();
            foreach (var suite in tests.GroupBy(t => t.Split('/')[0]))
                File($"history/{i + 1:00}/results/{suite.Key}.xml",
                    Xml(suite.Key, suite.Select(t => _pastFailures.GetValueOrDefault((i + 1, t)) ?? new Case(t[(suite.Key.Length + 1)..], null, null,
                    0.02, false))));
        }
    }

    private void WriteAnswers()
    {
        var root = $"github/repos/{Repository}";
        File($"{root}/issues.json", _issues.ToJsonString());
        foreach (var (sha, title, pull, files) in _commits)
        {
            var head = sha[..8].PadLeft(40, '0');
            File($"{root}/commits/{sha}.json", About(sha, title, files).ToJsonString());
            File($"{root}/commits/{sha}/pulls.json", new JsonArray(new JsonObject
            {
                ["number"] = pull,
                ["title"] = title,
                ["head"] = new JsonObject { ["sha"] = head }
            }).ToJsonString());
            File($"{root}/commits/{head}/check-runs.json",
                new JsonObject { ["check_runs"] = new JsonArray(new JsonObject { ["name"] = "unit", ["conclusion"] = "success" }) }.ToJsonString());
        }
        File($"{root}/compare/{BaseSha}...{HeadSha}.json",
            new JsonObject { ["commits"] = new JsonArray([.. _commits.Select(c => (JsonNode)About(c.Sha, c.Title, null))]) }.ToJsonString());
    }

    private static JsonObject About(string sha, string title, JsonArray? files) => new()
    {
        ["sha"] = sha,
        ["commit"] = new JsonObject { ["message"] = title, ["author"] = new JsonObject { ["name"] = "someone", ["date"] = "2026-10-11T18:00:00Z" } },
        ["files"] = files?.DeepClone(),
    };

    private static string Xml(string suite, IEnumerable<Case> cases)
    {
        var xml = new StringBuilder($"<testsuites><testsuite name=\"{suite}\" timestamp=\"2026-10-12T08:02:00.5\" time=\"2.0\">\n");
        foreach (var test in cases)
        {
            xml.Append($"<testcase classname=\"{suite}\" name=\"{SecurityElement.Escape(test.Name)}\" time=\"{test.Seconds:0.000}\">");
            if (test.Message is { } message)
                xml.Append($"<{(test.Error ? "error" : "failure")} "
                    + $"message=\"{SecurityElement.Escape(message).Replace("\n", "&#10;", StringComparison.Ordinal)}\">"
                    + $"{SecurityElement.Escape(test.Text)}</{(test.Error ? "error" : "failure")}>");
            xml.Append(test.Skipped ? "<skipped/></testcase>\n" : "</testcase>\n");
        }
        return xml.Append("</testsuite></testsuites>\n").ToString();
    }
}
