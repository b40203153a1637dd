using System.Text.RegularExpressions;

namespace Whybot.Analysis.Language.Messages;

/// <summary>Recognises test code, documentation and build files by their conventional names.</summary>
internal static partial class PathKinds
{
    /// <summary>In C and C++ also <c>xmltest.cpp</c>; English words that end so (<c>latest.c</c>, <c>shortest.c</c>) are none.</summary>
    public static bool IsTest(string path) => Test().IsMatch(path);

    public static bool IsDocumentation(string path) => Documentation().IsMatch(path);

    /// <summary>Code that uses the project and that it does not use: examples, benchmarks, fuzzing.</summary>
    public static bool IsBeside(string path) => Beside().IsMatch(path);

    [GeneratedRegex(@"(?:^|/)_?(?:examples?|samples?|demos?|bench(?:marks?|es)?|fuzz(?:ing|ers?)?)/", RegexOptions.IgnoreCase, 10000)]
    private static partial Regex Beside();

    /// <summary>Files that decide what is packed, installed or started: images, package lists, deployment descriptions.</summary>
    public static bool IsBuild(string path) => Build().IsMatch(path);

    [GeneratedRegex(@"(?:^|/)(?:tests?|__tests__|specs?|e2e|testing)/|(?:^|/)test_[^/]+$|_test\.\w+$|[.-](?:test|spec)s?\.\w+$|Tests?\.(?:cs|java|kt|php)$|(?<!(?:la|con|pro|at|grea|fas|shor))tests?\.(?:c|cc|cpp|cxx)$|(?:^|/)conftest\.py$", RegexOptions.IgnoreCase, 10000)]
    private static partial Regex Test();

    [GeneratedRegex(@"\.(?:md|rst|adoc|txt)$|^docs?/|(?:^|/)(?:LICENSE|CHANGELOG|CODEOWNERS)[^/]*$", RegexOptions.IgnoreCase, 10000)]
    private static partial Regex Documentation();

    [GeneratedRegex("""
        (?:^|/)(?:[^/]*Dockerfile[^/]*|Containerfile|\.dockerignore|docker-compose[^/]*|compose\.ya?ml|Makefile|Procfile|pyproject\.toml|setup\.(?:py|cfg)|MANIFEST\.in
        |requirements[^/]*\.txt|Pipfile(?:\.lock)?|poetry\.lock|uv\.lock|package(?:-lock)?\.json|yarn\.lock|pnpm-lock\.yaml|\.npmignore|tsconfig[^/]*\.json|webpack[^/]*|go\.(?:mod|sum)
        |Cargo\.(?:toml|lock)|pom\.xml|build\.gradle(?:\.kts)?|[^/]+\.csproj|Directory\.[^/]+\.props|Gemfile(?:\.lock)?|cloudbuild\.ya?ml|app\.ya?ml|Chart\.ya?ml|values[^/]*\.ya?ml)$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, 10000)]
    private static partial Regex Build();
}
