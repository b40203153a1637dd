using System.Diagnostics;

namespace Whybot.Testing;

/// <summary>
/// Where the tested program lies: beside the tests, or where <c>WHYBOT_PROGRAM</c> says. <c>scripts/verify</c> tests it as it is published, compiled ahead of
/// time: tests start it a thousand times, and half of what each start costs is to compile it.
/// </summary>
public static class ProgramUnderTest
{
    public static string Path { get; } = Environment.GetEnvironmentVariable("WHYBOT_PROGRAM") is { Length: > 0 } program ? program
        : System.IO.Path.Combine(AppContext.BaseDirectory, "whybot.dll");

    /// <summary>To start it with both outputs redirected.</summary>
    /// <param name="program">Another one to be started instead.</param>
    public static ProcessStartInfo Start(string folder, IEnumerable<string> arguments, string? program = null) =>
        Start("dotnet", folder, [program ?? Path, .. arguments]);

    /// <summary>The same by its own host, as an installed program is started.</summary>
    public static ProcessStartInfo StartHost(string folder, IEnumerable<string> arguments) =>
        Start(System.IO.Path.ChangeExtension(Path, null), folder, arguments);

    private static ProcessStartInfo Start(string program, string folder, IEnumerable<string> arguments) => new(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = folder,
    };
}
