using System.Buffers;
using System.Text.RegularExpressions;

namespace Whybot.Analysis.Language.Messages;

/// <summary>One frame of a stack, with its path relative to the repository's root, as far as that can be guessed.</summary>
/// <param name="Path">With '/' as separator; without the machine's part in front, if that is known.</param>
/// <param name="Line">1-based; 0 if the stack does not say.</param>
/// <param name="Library">Code that does not come from the repository.</param>
public sealed record StackFrame(string Path, int Line, string Function, bool Library)
{
    /// <summary>Test code, judging by common naming habits.</summary>
    public bool Test => PathKinds.IsTest(Path);
}

/// <summary>Reads the stack frames of Python (also pytest's short form), JavaScript, Java, .NET, Go, Ruby and PHP.</summary>
internal static partial class StackFrames
{
    /// <summary>Every frame contains one of these; most lines of a log do not.</summary>
    private static readonly SearchValues<string> Marks = SearchValues.Create(["File \"", ".py", "at ", ".go:", ".rb:", ".php"], StringComparison.Ordinal);

    public static StackFrame? Parse(string line)
    {
        if (line.Length is 0 or > 2000 || !line.AsSpan().ContainsAny(Marks))
            return null;
        var match = Frame().Match(line);
        if (!match.Success)
            return null;
        _ = int.TryParse(match.Groups["line"].Value, out var number);
        if (match.Groups["jvm"].Success)
            return OfJvm(match.Groups["jvm"].Value, match.Groups["path"].Value, number);
        var path = match.Groups["path"].Value.Replace('\\', '/');
        return new StackFrame(RepositoryPaths.Relative(path), number, match.Groups["function"].Value.Trim(), RepositoryPaths.IsLibrary(path));
    }

    /// <summary>The JVM names the file without its folder; the package gives the folder.</summary>
    /// <param name="function"><c>shop.Orders.total</c>.</param>
    private static StackFrame OfJvm(string function, string file, int line)
    {
        var parts = function.Split('.');
        var folder = parts.Length > 2 ? string.Join('/', parts[..^2]) + "/" : "";
        return new StackFrame(file.Length > 0 ? folder + file : folder.TrimEnd('/'), line, parts[^1],
            JvmLibraries.Any(l => function.StartsWith(l, StringComparison.Ordinal)));
    }

    /// <summary>Packages of the platform, of test runners and of build tools.</summary>
    private static readonly string[] JvmLibraries =
    [
        "java.", "javax.", "jdk.", "sun.", "com.sun.proxy.", "kotlin.", "kotlinx.", "scala.", "groovy.", "org.codehaus.groovy.", "org.junit.", "junit.",
            "org.testng.", "org.opentest4j.", "org.hamcrest.",
        "org.assertj.", "org.mockito.", "org.spockframework.", "org.gradle.", "org.apache.maven.", "org.apache.tools.ant.", "worker.org.gradle.",
            "org.springframework.", "io.netty.", "reactor.core.", "com.google.common.",
    ];

    /// <summary>The last frames of a text that count, in order; lines before them are not looked at.</summary>
    public static IReadOnlyList<StackFrame> Last(string text, int most, Func<StackFrame, bool> counts)
    {
        var frames = new List<StackFrame>(most);
        var end = text.Length;
        while (end >= 0 && frames.Count < most)
        {
            var begin = end == 0 ? 0 : text.LastIndexOf('\n', end - 1) + 1;
            if (text.AsSpan(begin, end - begin).ContainsAny(Marks) && Parse(text[begin..end]) is { } frame && counts(frame))
                frames.Add(frame);
            end = begin - 1;
        }
        frames.Reverse();
        return frames;
    }

    /// <summary>The frames of a text, each with the index of its line.</summary>
    public static IEnumerable<(StackFrame Frame, int Index)> Of(string text)
    {
        var (at, index) = (0, 0);
        while (at <= text.Length)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            // Only a possible frame is copied into a string.
            if (text.AsSpan(at, end - at).ContainsAny(Marks) && Parse(text[at..end]) is { } frame)
                yield return (frame, index);
            (at, index) = (end + 1, index + 1);
        }
    }

    [GeneratedRegex("""
        ^(?:
            \s*File\ "(?<path>[^"]+)",\ line\ (?<line>\d+)(?:,\ in\ (?<function>.+))?
          | (?<path>(?:[A-Za-z]:)?[^\s:]+\.pyx?):(?<line>\d+):(?:\ in\ (?<function>\S+)|\ [A-Z]\w*$|\s*$)
          | \s+at\ (?<function>[^()]+?)\ \((?:file://)?(?<path>(?:[A-Za-z]:)?[^():]+|node:[^():]+):(?<line>\d+)(?::\d+)?\)
          | \s+at\ (?:[\w.@-]*/{1,2}[\w.@-]*/?)?(?<jvm>[\w$<>]+(?:\.[\w$<>-]+)+)\((?:(?<path>[\w$-]+\.\w+):(?<line>\d+)|Native\ Method|Unknown\ Source|(?<path>[\w$-]+\.\w+))\)
          | \s+at\ (?:async\ )?(?:file://)?(?<path>(?:[A-Za-z]:)?[\\/.\w@-][^\s():]*|node:[^\s():]+):(?<line>\d+):\d+
          | \s+at\ (?<function>.+?)\ in\ (?<path>.+):line\ (?<line>\d+)
          | \s+(?<path>[^\s:]+\.go):(?<line>\d+)(?:\ \+0x[0-9a-f]+)?
          | \s*(?:from\ )?(?<path>[^\s:]+\.rb):(?<line>\d+):in\ (?<function>.+)
          | (?<path>(?:[A-Za-z]:)?[\\/][^\s:]+\.php):(?<line>\d+)\s*$
          | \#\d+\ (?<path>(?:[A-Za-z]:)?[\\/][^\s:]+\.php)\((?<line>\d+)\):\ (?<function>[^\s(]+)
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Frame();
}
