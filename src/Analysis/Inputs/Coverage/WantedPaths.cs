using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Inputs.Coverage;

/// <summary>A file of the repository that a name in a report stands for.</summary>
/// <param name="Path">From the repository's root.</param>
/// <param name="Exact">The name shows where the root is; otherwise the paths only end alike.</param>
internal sealed record WantedPath(string Path, bool Exact);

/// <summary>
/// The files of the repository whose coverage is asked for. Reports name files from the machine's root, from the root of the sources or of the package, or
/// after the module's name; a name that may stand for several files stands for none.
/// </summary>
/// <param name="paths">From the repository's root.</param>
/// <param name="repository">Its name without its owner; null if it is not known.</param>
public sealed class WantedPaths(IEnumerable<string> paths, string? repository)
{
    private readonly HashSet<string> _paths = [.. paths];
    private ILookup<string, string>? _byName;

    public bool IsEmpty => _paths.Count == 0;

    /// <param name="named">As a report has it.</param>
    /// <returns>Null for a file that is not asked for, or if it is not certain which one is meant.</returns>
    internal WantedPath? Find(string named)
    {
        if (Plain(named) is not { } path)
            return null;
        var (relative, isCertain) = FromRoot(path);
        if (_paths.Contains(relative))
            return new WantedPath(relative, Exact: true);
        if (isCertain)
            return null;
        _byName ??= _paths.ToLookup(Name, StringComparer.Ordinal);
        var same = _byName[Name(path)].Where(p => RepositoryPaths.Same(p, path)).ToList();
        // Of several ends of one long name, the longest is meant; a short name that is the end of several paths is ambiguous.
        var whole = same.Where(p => p.Length <= path.Length).MaxBy(p => p.Length);
        return whole is not null ? new WantedPath(whole, Exact: false) : same is [var only] ? new WantedPath(only, Exact: false) : null;
    }

    /// <summary>The path with '/' and without '.' and '..'; null if it leads out of the root, or is no path.</summary>
    private static string? Plain(string named)
    {
        if (named.Length is 0 or > CoverageLimits.MaxPath || named.Contains('\0', StringComparison.Ordinal))
            return null;
        var path = named.Replace('\\', '/');
        if (!path.Contains("./", StringComparison.Ordinal))
            return path;
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
            if (part != ".." && (part != "." || parts.Count == 0))
                parts.Add(part);
            else if (part == ".." && (parts.Count == 0 || parts[^1] is "" or "."))
                return null;
            else if (part == "..")
                parts.RemoveAt(parts.Count - 1);
        return parts is [".", .. var rest] ? string.Join('/', rest) : string.Join('/', parts);
    }

    /// <summary>
    /// The path from the root of the checkout: <c>/home/runner/work/shop/shop/src/a.py</c> and, for the repository <c>shop</c>, also
    /// <c>github.com/team/shop/v2/a.go</c> and <c>/builds/team/shop/a.go</c>. Certain if no other folder can be the root.
    /// </summary>
    private (string Path, bool IsCertain) FromRoot(string path)
    {
        var parts = path.Split('/');
        for (var i = 1; i + 2 < parts.Length; i++)
            if (parts[i - 1] is "work" or "_work" or "a" && parts[i] == parts[i + 1])
                return (string.Join('/', parts[(i + 2)..]), true);
        var at = string.IsNullOrEmpty(repository) ? -1 : Array.FindIndex(parts, 0, parts.Length - 1, IsRepository);
        if (at < 0)
            return (RepositoryPaths.Relative(path), false);
        while (at + 2 < parts.Length && (IsRepository(parts[at + 1]) || IsVersion(parts[at + 1])))
            at++;
        // A relative name may begin with a package that is called like the repository.
        return _paths.Contains(path) ? (path, false) : (string.Join('/', parts[(at + 1)..]), false);
    }

    private bool IsRepository(string part) => part.StartsWith(repository!, StringComparison.OrdinalIgnoreCase)
        && (part.Length == repository!.Length || (part[repository.Length] == '.' && IsVersion(part[(repository.Length + 1)..])));

    /// <summary>As Go puts it behind a module's name.</summary>
    private static bool IsVersion(string part) => part is ['v', .. var number] && number.Length is > 0 and < 4 && number.All(char.IsAsciiDigit);

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
