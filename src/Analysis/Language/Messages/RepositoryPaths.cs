namespace Whybot.Analysis.Language.Messages;

/// <summary>Distinguishes the repository's own paths from the machine's and from those of libraries.</summary>
internal static class RepositoryPaths
{
    private static readonly string[] LibraryMarks =
    [
        "/site-packages/", "/dist-packages/", "node_modules/", "/usr/lib/", "/usr/local/lib/", "/lib/python", "/go/pkg/mod/", "/usr/local/go/",
        "/gems/", "/.cargo/registry/", "/rustc/", "/.nuget/packages/", "<frozen", "node:", "/_work/_tool/", "/hostedtoolcache/", "internal/process/",
    ];

    private static readonly string[] Roots = ["/github/workspace/", "/workspace/", "/usr/src/app/", "/srv/", "/app/", "/code/", "/src/app/", "/opt/app/",
        "/var/task/"];

    public static bool IsLibrary(string path) => LibraryMarks.Any(m => path.Contains(m, StringComparison.Ordinal)) || path.StartsWith('<');

    /// <summary>The path without the part that a runner (<c>/home/runner/work/REPO/REPO/</c>) or an image (<c>/srv/</c>, <c>/app/</c>) puts in front.</summary>
    public static string Relative(string path)
    {
        // Called for every frame of every failure: nothing is copied.
        Span<Range> parts = stackalloc Range[64];
        var count = path.AsSpan().Split(parts, '/');
        for (var i = 1; i + 2 < count; i++)
            if (path.AsSpan(parts[i - 1]) is "work" or "_work" or "a" && path.AsSpan(parts[i]).SequenceEqual(path.AsSpan(parts[i + 1])))
                return path[parts[i + 2].Start..];
        foreach (var root in Roots)
            if (path.StartsWith(root, StringComparison.Ordinal))
                return path[root.Length..];
        return path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
    }

    /// <summary>A folder as a person writes it (<c>./packages/cart/</c>), from the root and without a slash at its end; null for any other text.</summary>
    public static string? Folder(string text)
    {
        var path = (text.StartsWith("./", StringComparison.Ordinal) ? text[2..] : text).TrimEnd('/');
        return path.Length is 0 or > 200 || path.StartsWith('/') || path.Split('/').Any(p => p is "" or "." or "..")
            || path.Any(c => char.IsControl(c) || c is ':' or '<' or '>' or '\\' or '"') ? null : path;
    }

    /// <summary>The path without folders that a machine named by a number or a hash (<c>/builds/4711/shop/</c>).</summary>
    public static string WithoutNumbers(string path)
    {
        if (path.AsSpan().IndexOfAnyInRange('0', '9') < 0)
            return path;
        var parts = path.Split('/');
        for (var i = 0; i < parts.Length - 1; i++)
            if (IsNumber(parts[i]))
                parts[i] = "<n>";
        return string.Join('/', parts);
    }

    private static bool IsNumber(string part) =>
        part.Length > 0 && part.All(char.IsAsciiHexDigit) && part.Any(char.IsAsciiDigit) && (part.Length >= 7 || part.All(char.IsAsciiDigit));

    /// <summary>Whether two paths name the same file, if one may have additional parts in front.</summary>
    public static bool Same(string one, string two)
    {
        if (one == two)
            return true;
        var (longer, shorter) = one.Length > two.Length ? (one, two) : (two, one);
        return shorter.Contains('/', StringComparison.Ordinal) && longer.EndsWith("/" + shorter, StringComparison.Ordinal);
    }
}
