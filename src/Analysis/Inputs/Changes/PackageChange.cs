using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Changes;

/// <summary>
/// A package whose version a patch of a manifest or a lock file changed, added or removed: npm, yarn, pnpm, pip, Poetry, uv, Go, Cargo, Bundler, Composer,
/// NuGet, Maven and Gradle. Entries look much alike in all of them, so the lines are read by their form, whatever the file.
/// </summary>
/// <param name="Before">The version, or the range, as written; null if the patch added the package.</param>
/// <param name="After">Null if it removed the package.</param>
internal sealed partial record PackageChange(string Name, string? Before, string? After)
{
    private const int LongestLine = 500;

    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal)
    {
        "version", "lockfileVersion", "node", "npm", "php", "python", "python-versions", "requires-python", "resolved", "integrity", "edition",
        "rust-version", "go",
    };

    public static bool IsListedIn(string path) => List().IsMatch(path);

    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<PackageChange> Of(Patch patch)
    {
        var (before, after) = (new SortedDictionary<string, string>(StringComparer.Ordinal), new SortedDictionary<string, string>(StringComparer.Ordinal));
        foreach (var hunk in patch.Hunks)
        {
            var named = NameIn(hunk.Heading);
            foreach (var line in hunk.Lines.Where(l => l.Length <= LongestLine))
            {
                var (name, version) = Entry(line[1..]);
                if (name is null && version is null)
                    named = NameIn(line[1..]) ?? named;
                else if (line[0] != ' ' && (name ?? named) is { } package)
                    (line[0] == '-' ? before : after)[package] = version!;
            }
        }
        return [.. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(n => new PackageChange(n, before.GetValueOrDefault(n), after.GetValueOrDefault(n))).Where(c => c.Before != c.After)];
    }

    /// <summary>The package and the version on one line, or only the version of a package that a line above names.</summary>
    private static (string? Name, string? Version) Entry(string line)
    {
        if (Version().Match(line) is { Success: true } only)
            return (null, only.Groups["version"].Value);
        return Whole().Match(line) is { Success: true } whole && whole.Groups["name"].Value is var name && !Fields.Contains(name)
            ? (name, whole.Groups["version"].Value.Trim()) : (null, null);
    }

    private static string? NameIn(string line) => Named().Match(line) is { Success: true } named ? named.Groups["name"].Value : null;

    [GeneratedRegex("""
        (?:^|/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|[^/]*requirements[^/]*\.(?:txt|in)|constraints[^/]*\.txt|pyproject\.toml
        |poetry\.lock|uv\.lock|Pipfile(?:\.lock)?|go\.mod|Cargo\.(?:toml|lock)|Gemfile(?:\.lock)?|[^/]+\.gemspec|composer\.(?:json|lock)|[^/]+\.(?:cs|fs|vb)proj
        |Directory\.(?:Packages|Build)\.props|packages\.lock\.json|pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml|gradle\.lockfile)$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 10000)]
    private static partial Regex List();

    /// <summary><c>"version": "1.2"</c>, <c>version = "1.2"</c>, <c>version "1.2"</c>, <c>&lt;version>1.2&lt;/version></c>.</summary>
    [GeneratedRegex("""^\s*(?:"version":\s*"|version\s*=?\s*"|<version>)(?<version>v?\d[^"<]{0,60})""", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Version();

    /// <summary>
    /// <c>"name": "^1.2"</c>, <c>name = "1.2"</c>, <c>name = { version = "1.2"</c>, <c>name==1.2</c>, <c>"name>=1.2"</c>, <c>host/name v1.2</c>,
    /// <c>name (1.2)</c>, <c>gem "name", "~> 1.2"</c>, <c>Include="Name" Version="1.2"</c>, <c>'group:name:1.2'</c>, <c>/name@1.2:</c>.
    /// </summary>
    [GeneratedRegex("""
        ^\s*(?:"(?<name>@?[\w.-]+(?:/[\w.-]+)?)":\s*"(?<version>[~^<>=v\s]*\d[^"]{0,60})"
        |(?<name>[A-Za-z][\w.-]*)\s*=\s*(?:\{[^}]{0,80}?\bversion\s*=\s*)?"(?<version>[~^<>=!\s]*\d[^"]{0,60})"
        |["']?(?<name>[A-Za-z][\w.-]*)(?:\[[^\]]{0,80}\])?\s*(?<version>(?:==|~=|>=|<=|!=|<|>)\s*\d[^"';\#]{0,60})
        |(?:require\s+)?(?<name>[\w.-]+\.[a-z]{2,}/[\w./~-]+)\s+(?<version>v\d\S{0,80})
        |(?<name>[A-Za-z][\w.-]*)\s\((?<version>\d[^)=<>~]{0,60})\)$
        |gem\s+["'](?<name>[\w.-]+)["'],\s*["'](?<version>[~<>=\s]*\d[^"']{0,60})["']
        |.{0,80}\bInclude="(?<name>[\w.-]+)"\s+Version="(?<version>[^"]{1,60})"
        |.{0,40}["'][\w.-]+:(?<name>[\w.-]+):(?<version>\d[^"':@]{0,60})["']
        |'?/?(?<name>(?:@[\w.-]+/)?[A-Za-z][\w.-]*)@(?<version>\d[\w.+-]*)(?:\([^)]{0,200}\))*'?:$)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 10000)]
    private static partial Regex Whole();

    /// <summary><c>"node_modules/name": {</c>, <c>name@^1.0:</c>, <c>name = "name"</c>, <c>"name": "name"</c>,
    /// <c>&lt;artifactId>name&lt;/artifactId></c>.</summary>
    [GeneratedRegex("""
        ^\s*(?:"(?:.{0,200}node_modules/)?(?<name>(?:@[\w.-]+/)?[\w.-]+)":\s*\{\s*$|"?(?<name>(?:@[\w.-]+/)?[\w.-]+)@[^"]{1,200}"?:\s*$
        |name\s*=\s*"(?<name>[\w.-]+)"|"name":\s*"(?<name>[\w./@-]+)"|<artifactId>(?<name>[\w.-]+)</artifactId>)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 10000)]
    private static partial Regex Named();
}
