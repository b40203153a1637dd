using System.Text.RegularExpressions;

namespace Whybot.Memory.Deployments;

/// <summary>
/// The input by which a run that the bot has started is found again: its workflow shows it in the run's title. It can also be told from other titles by its
/// shape, for when the store was lost.
/// </summary>
internal static partial class Correlation
{
    /// <param name="what">What was started for the deployment: a phase, <c>rollback</c>, <c>promote</c>.</param>
    public static string New(long deployment, string what) => $"whybot-{deployment}-{what}-{Guid.NewGuid():N}"[..^20];

    public static bool IsIn(string? title) => title is not null && Shape().IsMatch(title);

    [GeneratedRegex("whybot-[0-9]{1,19}-[a-z0-9]{1,20}-[0-9a-f]{12}(?![0-9a-f])", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Shape();
}
