using System.Text.RegularExpressions;

namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// The failed clean-up of a class, collection or assembly, as reported by xUnit's adapters: as an additional result of a test that had passed, whose message
/// begins with <c>[Test Class Cleanup Failure (Shop.Orders)]</c>. It is not an attempt of that test.
/// </summary>
internal static partial class XUnitCleanUp
{
    /// <summary>What was to be cleaned up, and at which level; null for any other message.</summary>
    public static string? Name(string? message) => message is ['[', ..] && CleanUp().Match(message) is { Success: true } found
        ? $"{found.Groups["what"].Value} ({found.Groups["kind"].Value} clean-up)" : null;

    [GeneratedRegex(@"^\[Test (?<kind>[A-Za-z ]{1,40}) Cleanup Failure \((?<what>[^\n]{1,500}?)\)\]", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex CleanUp();
}
