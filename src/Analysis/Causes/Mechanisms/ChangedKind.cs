using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Mechanisms;

/// <summary>What a changed file is for. Each kind of fault says which of these can bring it.</summary>
internal enum ChangedKind
{
    /// <summary>What is built and tested, and the tests.</summary>
    Code,

    /// <summary>Which packages and which versions of tools are asked for.</summary>
    Manifest,

    /// <summary>Which versions were chosen.</summary>
    Lock,

    /// <summary>What the jobs do.</summary>
    Workflow,

    /// <summary>What the jobs, or the services, run in.</summary>
    Image,

    /// <summary>How tools are set up: their sources, rules and limits.</summary>
    Settings,
}

/// <summary>Tells the kinds of changed files apart by the names that tools give them.</summary>
internal static partial class ChangedKinds
{
    /// <returns>Null for documentation, which brings no fault.</returns>
    public static ChangedKind? Of(string path) =>
        Workflow().IsMatch(path) ? ChangedKind.Workflow
        : Image().IsMatch(path) ? ChangedKind.Image
        : Lock().IsMatch(path) ? ChangedKind.Lock
        : Manifest().IsMatch(path) ? ChangedKind.Manifest
        : Settings().IsMatch(path) ? ChangedKind.Settings
        : PathKinds.IsDocumentation(path) ? null : ChangedKind.Code;

    [GeneratedRegex(
        @"^\.github/(?:workflows|actions)/|^\.(?:circleci|buildkite|gitlab)/|(?:^|/)(?:action\.ya?ml|\.gitlab-ci\.ya?ml|\.travis\.yml|Jenkinsfile[^/]*"
        + @"|azure-pipelines[^/]*\.ya?ml|cloudbuild\.ya?ml)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Workflow();

    [GeneratedRegex(@"^\.devcontainer/|(?:^|/)(?:[^/]*Dockerfile[^/]*|Containerfile|\.dockerignore|docker-compose[^/]*|compose[^/]*\.ya?ml)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Image();

    [GeneratedRegex(@"(?:^|/)(?:[^/]+\.lock|package-lock\.json|npm-shrinkwrap\.json|packages\.lock\.json|pnpm-lock\.yaml|go\.sum|gradle\.lockfile)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Lock();

    [GeneratedRegex("""
        (?:^|/)(?:package\.json|[^/]+\.(?:cs|fs|vb)proj|Directory\.[^/]+\.(?:props|targets)|global\.json|pom\.xml|(?:build|settings)\.gradle(?:\.kts)?|[^/]+\.versions\.toml
        |Cargo\.toml|rust-toolchain(?:\.toml)?|go\.mod|pyproject\.toml|setup\.(?:py|cfg)|[^/]*requirements[^/]*\.(?:txt|in)|Pipfile|environment\.ya?ml|Gemfile|[^/]+\.gemspec
        |composer\.json|mix\.exs|pubspec\.yaml|Package\.swift|CMakeLists\.txt|conanfile\.\w+|vcpkg\.json|\.nvmrc|\.node-version|\.python-version|\.ruby-version|\.tool-versions)$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Manifest();

    [GeneratedRegex("""
        (?:^|/)(?:\.npmrc|\.yarnrc(?:\.yml)?|pip\.conf|NuGet\.config|\.gitmodules|\.gitattributes|\.editorconfig|\.?eslint[^/]*|\.prettier[^/]*|\.stylelint[^/]*|\.flake8|ruff\.toml
        |mypy\.ini|\.pylintrc|\.rubocop[^/]*|\.golangci[^/]*|rustfmt\.toml|\.clang-(?:format|tidy)|codecov\.ya?ml|\.coveragerc|tsconfig[^/]*\.json|sonar-project\.properties)$
        |(?:^|/)\.(?:cargo|mvn)/
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Settings();
}
