using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// One entry of surefire's lists: <c>testX(shop.OrdersTest): message</c>, <c>OrdersTest.testX:42 message</c>, <c>OrdersTest.testX:42->Base.check:7 message</c>,
/// <c>OrdersTest>Base.testX:42 » IllegalState message</c>, <c>shop.OrdersTest.testX</c> above its attempts.
/// </summary>
internal sealed partial record SurefireEntry(string Class, string Name, string Message)
{
    /// <returns>Null for a line that continues the message of the previous entry.</returns>
    public static SurefireEntry? Of(string text)
    {
        if (text.Length is 0 or > 4000)
            return null;
        if (Old().Match(text) is { Success: true } old)
            return new SurefireEntry(old.Groups["class"].Value, Method(old.Groups["name"].Value), old.Groups["message"].Value);
        return New().Match(text) is { Success: true } found ? new SurefireEntry(found.Groups["class"].Value, found.Groups["name"].Value,
            found.Groups["message"].Value)
            : ClassAlone().Match(text) is { Success: true } alone ? new SurefireEntry("", alone.Groups["class"].Value, "") : null;
    }

    /// <summary>
    /// Whether it is the failure reported before under these names. The list drops packages, nested classes and parameters, and names a class's set-up by its
    /// method.
    /// </summary>
    public bool Is(string className, string name) =>
        className.Length == 0 || Simple(className) == Simple(Class)
            ? Bare(name) == Bare(Name) || Simple(name) == Simple(Class) || name == className
            : Simple(name) == Simple(Class) && name.Contains('.', StringComparison.Ordinal);

    /// <summary>The class without package and outer classes.</summary>
    private static string Simple(string className)
    {
        var outer = className.IndexOf('$', StringComparison.Ordinal) is > 0 and var dollar ? className[..dollar] : className;
        return outer[(outer.LastIndexOf('.') + 1)..];
    }

    private static string Bare(string name) => name.IndexOfAny(['[', '(', '{']) is > 0 and var end ? name[..end] : name;

    /// <summary>Above its attempts, a test's name includes its class.</summary>
    private static string Method(string name) => name[(name.LastIndexOf('.') + 1)..];

    [GeneratedRegex(
        @"^\s{0,4}(?<name>[\w$.\[\]{}]+)\((?<class>[\w$]+(?:\.[\w$]+)+)\)(?:: ?(?<message>.*))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Old();

    [GeneratedRegex(
        @"^\s{0,4}(?<class>[\w$]+(?:\.[\w$]+)*)(?:>[\w$.]+)?\.(?<name>[\w$][^\s:»>]*?(?:\([^()]*\))?(?:\[[^\]]*\])?)(?:(?::\d+)?(?:->[\w$.>]+(?::\d+)?)*"
        + @"(?: (?:» )?(?<message>.*))?|:\d+ ?)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex New();

    [GeneratedRegex(@"^\s{0,4}(?<class>[\w$]+(?:\.[\w$]+)+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex ClassAlone();
}
