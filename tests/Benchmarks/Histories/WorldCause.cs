namespace Whybot.Benchmarks.Histories;

/// <summary>Something that is broken in some commits: one test of its own fails then.</summary>
internal sealed record WorldCause(string Name)
{
    private static readonly string[] Nouns = ["amount", "currency", "basket", "voucher", "address", "invoice", "carrier", "discount"];

    public static IReadOnlyList<WorldCause> All { get; } = [.. Nouns.Select(n => new WorldCause(n))];

    public string Test => $"test_{Name}";

    public string Message => $"KeyError: '{Name}_total'";

    public string Path => $"src/{Name}.py";

    public string Line => $"{Path}:40: in load_{Name}";

    public (string, string) Breaks => (Path, $"@@ -38,3 +38,3 @@ def load_{Name}(row):\n-    return row['{Name}_total']\n+    return row['{Name}_sum']");

    public (string, string) Fixes => (Path, $"@@ -38,3 +38,3 @@ def load_{Name}(row):\n-    return row['{Name}_sum']\n+    return row['{Name}_total']");
}
