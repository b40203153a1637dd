namespace Whybot.Analysis.Causes.Suspects;

/// <summary>Which files call each other directly: those of one language, or of several that are built into one program.</summary>
internal static class CodeLanguage
{
    private static readonly string[][] Together =
    [
        ["js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "vue", "svelte"],
        ["c", "cc", "cpp", "cxx", "h", "hh", "hpp", "hxx", "inl"],
        ["java", "kt", "scala", "groovy"],
        ["cs", "fs", "vb"],
        ["py", "pyx", "pyi"],
        ["rb", "erb", "rake"],
        ["ex", "exs"],
        ["go"], ["rs"], ["php"], ["swift"], ["dart"], ["lua"], ["pl"],
    ];

    private static readonly Dictionary<string, string> ByExtension = Together.SelectMany(t => t.Select(e => (Extension: e, Language: t[0])))
        .ToDictionary(t => t.Extension, t => t.Language, StringComparer.Ordinal);

    /// <summary>Equal for files that may call each other; null for what is no source, such as settings and lists of packages.</summary>
    public static string? Of(string path) => ByExtension.GetValueOrDefault(path[(path.LastIndexOf('.') + 1)..].ToLowerInvariant());
}
