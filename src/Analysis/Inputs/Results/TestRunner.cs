namespace Whybot.Analysis.Inputs.Results;

/// <summary>The tool that ran a test, as far as its output says.</summary>
public enum TestRunner : byte
{
    Unknown,
    Pytest,
    Unittest,
    Go,
    Jest,
    Vitest,
    Mocha,
    Playwright,
    Dotnet,
    Maven,
    Gradle,
    Cargo,
    Nextest,
    RSpec,
    PhpUnit,
    Dart,
}
