namespace Whybot.Testing.GitHub;

/// <summary>
/// A pull request of eight changes whose messages and words say nothing of the test that fails. Only its code does: <c>test_total</c> calls
/// <c>discounted</c>, which one of the changes is in.
/// </summary>
public static class SourceStage
{
    private static readonly (string Module, string Function, string Before, string After)[] Changed =
    [
        ("labels", "shorten", "text[:20]", "text[:24]"), ("stock", "reserve", "left - wanted", "max(0, left - wanted)"),
        ("mail", "greet", "'Dear ' + who", "'Hello ' + who"), ("pricing", "discounted", "price * 0.8", "price * 0.6"),
        ("dates", "weekday", "day % 7", "(day + 1) % 7"), ("users", "nickname", "login.lower()", "login.strip().lower()"),
        ("colours", "mix", "red + blue", "red | blue"), ("search", "normalise", "query.split()", "query.casefold().split()"),
    ];

    /// <summary>The commit that changed <c>discounted</c>.</summary>
    public static readonly string CulpritSha = Sha(3);

    /// <summary>The test's code and what it calls.</summary>
    public static Dictionary<string, FakeSource> Tested { get; } = new(StringComparer.Ordinal)
    {
        ["tests/test_orders.py"] = new("from src.orders import total\nfrom src.pricing import discounted\n\n\ndef test_list():\n    assert list([]) == []\n"
            + "\n\ndef test_total():\n    assert total([discounted(5)]) == 4\n"),
        ["src/orders.py"] = new("def total(rows):\n    return sum(rows)\n"),
    };

    public static FakeRepository Pull(FakeGitHub github)
    {
        var repository = Commits(github);
        repository.Pull("Tidy up", Stage.HeadSha, Stage.BaseSha);
        Stage.MainRun(repository, Stage.BaseSha, "success", Results(null)).Job("tests", "success", Stage.JobLog("2 passed"));
        repository.Run("ci", Stage.HeadSha, "failure").Job("tests", "failure", Stage.JobLog("FAILED tests/test_orders.py::test_total"))
            .Artifact("results", Results("assert 3 == 4"));
        return repository;
    }

    /// <summary>The commits and the files of the last one, without any run.</summary>
    public static FakeRepository Commits(FakeGitHub github)
    {
        var repository = github.Add(Stage.Repository);
        repository.Commit(Stage.BaseSha, "Base", null);
        for (var i = 0; i < Changed.Length; i++)
            repository.Commit(Sha(i), "Tidy up", i == 0 ? Stage.BaseSha : Sha(i - 1), ($"src/{Changed[i].Module}.py",
                $"@@ -1,2 +1,2 @@\n def {Changed[i].Function}(*given):\n-    return {Changed[i].Before}\n+    return {Changed[i].After}"));
        repository.Sources[Stage.HeadSha] = Changed.Select(c => (Path: $"src/{c.Module}.py",
            Text: $"def {c.Function}(*given):\n    return {c.After}\n")).ToDictionary(f => f.Path, f => new FakeSource(f.Text), StringComparer.Ordinal);
        foreach (var (path, file) in Tested)
            repository.Sources[Stage.HeadSha][path] = file;
        return repository;
    }

    /// <param name="message">Null for a pass.</param>
    public static byte[] Results(string? message) => Stage.Zip(("orders.xml", Stage.JUnit(("test_total", message), ("test_list", null))));

    private static string Sha(int change) => change == Changed.Length - 1 ? Stage.HeadSha : new string((char)('1' + change), 40);
}
