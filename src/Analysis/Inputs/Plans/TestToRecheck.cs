namespace Whybot.Analysis.Inputs.Plans;

/// <summary>A test as its runner names it.</summary>
/// <param name="Suite">The suite's name in the settings.</param>
public sealed record TestToRecheck(string Suite, string? File, string ClassName, string Name)
{
    /// <summary>
    /// The form that the test's runner accepts: <c>FILE::CLASS::NAME</c> for Python (a node id), the bare name for runners that filter by titles (JavaScript),
    /// otherwise <c>CLASS.NAME</c>; without the arguments of one variant, except for Python.
    /// </summary>
    public string Address => Path.GetExtension(File) switch
    {
        ".py" => string.Join("::", new[] { File!, InFile, Name }.Where(p => p.Length > 0)),
        ".js" or ".jsx" or ".ts" or ".tsx" or ".mjs" or ".cjs" => Name,
        _ when Name.StartsWith(ClassName + ".", StringComparison.Ordinal) => Plain,
        _ => $"{ClassName}.{Plain}",
    };

    private string Plain => Name.IndexOf('(', StringComparison.Ordinal) is var at and > 0 ? Name[..at] : Name;

    /// <summary>The class within the file: <c>tests.test_x.TestY</c> in <c>tests/test_x.py</c> is <c>TestY</c>.</summary>
    private string InFile
    {
        get
        {
            var module = Path.ChangeExtension(File!, null).Replace('/', '.');
            return ClassName.StartsWith(module + ".", StringComparison.Ordinal)
                ? ClassName[(module.Length + 1)..].Replace(".", "::", StringComparison.Ordinal) : "";
        }
    }
}
