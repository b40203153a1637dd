namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>Splits pytest's node ids (<c>tests/test_x.py::Class::test[a::b]</c>) and names tests as in pytest's own result files: <c>tests.test_x.Class</c> and
/// <c>test[a::b]</c>.</summary>
internal static class PytestNames
{
    public static string File(string nodeId) => nodeId.IndexOf("::", StringComparison.Ordinal) is >= 0 and var at ? nodeId[..at] : nodeId;

    public static string Test(string nodeId) => nodeId.IndexOf("::", StringComparison.Ordinal) is >= 0 and var at ? nodeId[(at + 2)..] : "";

    /// <param name="test">The part after the file; empty for the file as a whole.</param>
    public static (string ClassName, string Name) Of(string file, string test)
    {
        var module = (file.EndsWith(".py", StringComparison.Ordinal) ? file[..^3] : file).Replace('/', '.').Replace('\\', '.');
        if (test.Length == 0)
            return ("", module);
        var bracket = test.IndexOf('[', StringComparison.Ordinal);
        var at = (bracket < 0 ? test : test[..bracket]).LastIndexOf("::", StringComparison.Ordinal);
        return at < 0 ? (module, test) : ($"{module}{(module.Length > 0 ? "." : "")}{test[..at].Replace("::", ".", StringComparison.Ordinal)}",
            test[(at + 2)..]);
    }

    /// <summary>For a header: <c>Class.test[a.b]</c> is <c>Class::test[a.b]</c>.</summary>
    public static string OfHeader(string header)
    {
        var end = header.IndexOfAny(['[', '(', ' ']);
        return (end < 0 ? header : header[..end]).Replace(".", "::", StringComparison.Ordinal) + (end < 0 ? "" : header[end..]);
    }
}
