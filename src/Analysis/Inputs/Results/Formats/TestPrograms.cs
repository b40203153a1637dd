using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// The programs (assemblies) whose tests are in one file, numbered. They are distinguished by the framework they are built for (<c>net8.0</c>, from a path such
/// as <c>bin/Release/net8.0/Shop.Tests.dll</c> or a name such as <c>.NETCoreApp,Version=v8.0</c>) and, if several have different names, by the name too.
/// </summary>
internal sealed partial class TestPrograms
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="path">Path of the program; null if unknown.</param>
    public void Add(string? path)
    {
        if (string.IsNullOrEmpty(path) || _numbers.ContainsKey(path))
            return;
        _numbers[path] = _numbers.Count + 1;
        _names.Add(NameOf(path));
    }

    /// <returns>Its number, 0 if unknown, and what distinguishes it from the others.</returns>
    public (int Number, string? Variant) Of(string? path, string? framework = null)
    {
        if (string.IsNullOrEmpty(path) || !_numbers.TryGetValue(path, out var number))
            return (0, framework);
        var variant = string.Join(' ', new[] { _names.Count > 1 ? NameOf(path) : null, framework ?? FrameworkIn(path) }.Where(p => p is not null));
        return (number, variant.Length > 0 ? variant : null);
    }

    /// <summary>The framework as in project files: <c>net8.0</c>, <c>net472</c>; null if the text names none.</summary>
    public static string? FrameworkIn(string? text)
    {
        if (text is null)
            return null;
        if (Moniker().Match(text) is { Success: true } named)
            return (named.Groups["kind"].Value, named.Groups["version"].Value) switch
            {
                ("Framework", var version) => $"net{version.Replace(".", "", StringComparison.Ordinal)}",
                ("Standard", var version) => $"netstandard{version}",
                (_, ['1' or '2' or '3', '.', ..] version) => $"netcoreapp{version}",
                (_, var version) => $"net{version}",
            };
        return Folder().Match(text) is { Success: true } folder ? folder.Groups["framework"].Value.ToLowerInvariant() : null;
    }

    private static string NameOf(string path)
    {
        var file = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        return file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? file[..^4] : file;
    }

    [GeneratedRegex(@"\.NET(?<kind>CoreApp|Framework|Standard),Version=v(?<version>\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Moniker();

    [GeneratedRegex(@"[/\\](?<framework>net(?:coreapp|standard)?\d{1,2}(?:\.\d{1,2}|\d{1,2})?(?:-[a-z]{1,20}[\d.]{0,12})?)[/\\]",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10000)]
    private static partial Regex Folder();
}
