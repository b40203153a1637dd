using Whybot.Analysis.Inputs.Plans;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Redaction;

namespace Whybot.Analysis.Output.Reports;

/// <summary>
/// The command that runs one failed test again on a developer's machine, in its runner's own syntax. Names come from outside: they are quoted for a POSIX
/// shell, and a test whose name no command can carry safely has none.
/// </summary>
internal static class Reproduction
{
    private const int MaxCommand = 300;

    private const int MostCommands = 3;

    /// <summary>Commands for the first tests of a cause; secrets are masked.</summary>
    /// <param name="folderOf">The folder in which a test's suite runs; null for the repository's root.</param>
    public static IReadOnlyList<string> Commands(IReadOnlyList<TestCase> tests, Func<TestCase, string?> fileOf, Func<TestCase, string?> folderOf) =>
        [.. tests.Select(t => (Command: Command(t, fileOf(t)), Folder: folderOf(t))).Where(t => t.Command is not null)
            .Select(t => t.Folder is null ? t.Command! : $"cd {Quoted(t.Folder)} && {t.Command}").Select(Secrets.Redact).Distinct().Take(MostCommands)];

    /// <param name="file">The test's source file relative to the repository; null if it is not known.</param>
    /// <returns>Null if the runner is not known, or if it needs to know more about the test.</returns>
    public static string? Command(TestCase test, string? file)
    {
        if (test.Scope != TestScope.Test || !IsSafe(test.Name) || !IsSafe(test.ClassName) || (file is not null && !IsSafe(file)))
            return null;
        return Of(test, file) is { Length: <= MaxCommand } command ? command : null;
    }

    private static string? Of(TestCase test, string? file) => test.Runner switch
    {
        TestRunner.Pytest => (file ?? Module(test.ClassName)) is not { } module ? null
            : $"pytest {Quoted(new TestToRecheck(test.Suite, module, test.ClassName, test.Name).Address)}",
        TestRunner.Unittest => $"python -m unittest {Quoted(Joined(test, "."))}",
        // Some reports give only the last part of the package's path.
        TestRunner.Go => $"go test -run {Quoted(Anchored(test.Name))} {(test.ClassName.Contains('/') ? Quoted(test.ClassName) : "./...")}",
        TestRunner.Jest => $"npx jest {InFile(file)}-t {Quoted(test.Name.Trim())}",
        TestRunner.Vitest => $"npx vitest run {InFile(file)}-t {Quoted(test.Name.Trim())}",
        TestRunner.Mocha => $"npx mocha {InFile(file)}-g {Quoted(test.Name)}",
        TestRunner.Playwright => $"npx playwright test {InFile(file)}-g {Quoted(test.Name)}",
        TestRunner.Dotnet => $"dotnet test --filter {Quoted($"FullyQualifiedName={Escaped(WithoutArguments(Joined(test, ".")))}")}",
        // Failsafe writes the same files as surefire; its tests are told by their names.
        TestRunner.Maven when test.ClassName.EndsWith("IT", StringComparison.Ordinal) || test.ClassName.EndsWith("ITCase", StringComparison.Ordinal) =>
            $"mvn verify -Dit.test={Quoted($"{test.ClassName}#{WithoutArguments(test.Name)}")}",
        TestRunner.Maven => $"mvn test -Dtest={Quoted($"{test.ClassName}#{WithoutArguments(test.Name)}")}",
        TestRunner.Gradle => $"./gradlew test --tests {Quoted($"{test.ClassName}.{WithoutArguments(test.Name)}")}",
        TestRunner.Cargo => $"cargo test {Quoted(test.Name)} -- --exact",
        TestRunner.Nextest => $"cargo nextest run {Quoted(test.Name)}",
        TestRunner.RSpec => $"bundle exec rspec {InFile(file)}-e {Quoted(test.Name)}",
        TestRunner.PhpUnit => $"vendor/bin/phpunit --filter {Quoted(WithoutArguments(test.Name))}",
        TestRunner.Dart => $"dart test {InFile(file)}-n {Quoted(test.Name)}",
        _ => null,
    };

    /// <summary><c>tests/test_cart.py</c> of <c>tests.test_cart.TestTotals</c>: by Python's convention only classes begin with a capital.</summary>
    private static string? Module(string className)
    {
        var modules = className.Split('.').TakeWhile(p => p.Length > 0 && !char.IsUpper(p[0])).ToList();
        return modules.Count == 0 ? null : $"{string.Join('/', modules)}.py";
    }

    private static string InFile(string? file) => file is null ? "" : $"{Quoted(file)} ";

    private static string Joined(TestCase test, string separator) =>
        test.ClassName.Length == 0 || test.Name.StartsWith(test.ClassName + separator, StringComparison.Ordinal) ? test.Name
            : $"{test.ClassName}{separator}{test.Name}";

    /// <summary>Go matches each level of a subtest's name by a pattern of its own; blanks in a name are printed as <c>_</c> already.</summary>
    private static string Anchored(string name) => string.Join('/', name.Split('/').Select(level => $"^{System.Text.RegularExpressions.Regex.Escape(level)}$"));

    private static string WithoutArguments(string name) => name.IndexOfAny(['(', '[']) is var at and > 0 ? name[..at].TrimEnd() : name;

    /// <summary>Characters with a meaning in the filters of dotnet test are escaped by a backslash.</summary>
    private static string Escaped(string name) => string.Concat(name.Select(c => c is '(' or ')' or '&' or '|' or '=' or '!' or '~' ? $"\\{c}" : $"{c}"));

    private static string Quoted(string word) => word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or ':') ? word
        : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>A name that a runner would take for an option, or with characters that cannot be typed, is not put into a command.</summary>
    private static bool IsSafe(string name) => !name.StartsWith('-') && !name.Any(char.IsControl);
}
