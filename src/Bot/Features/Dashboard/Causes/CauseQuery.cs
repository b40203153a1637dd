using Whybot.Memory.Overviews;

namespace Whybot.Features.Dashboard.Causes;

/// <summary>A filter of causes, as the address of the list has it.</summary>
internal static class CauseQuery
{
    /// <summary>Longer words are in no title.</summary>
    private const int Longest = 200;

    /// <summary>What the verdict of a cause can be.</summary>
    public static readonly IReadOnlyList<string> Verdicts = ["regression", "known", "flaky", "environment", "harness", "incomplete", "inconclusive"];

    public static CauseFilter Read(IQueryCollection query) => new(Word(query, "repository"),
        Word(query, "verdict") is { } verdict && Verdicts.Contains(verdict) ? verdict : null,
        Word(query, "state") switch { "failing" => CauseState.Failing, "quiet" => CauseState.Quiet, _ => null }, Word(query, "text"));

    public static string Address(CauseFilter filter)
    {
        var parts = new[]
        {
            ("repository", filter.Repository), ("verdict", filter.Verdict), ("state", filter.State?.ToString().ToLowerInvariant()), ("text", filter.Text),
        };
        var query = string.Join('&', parts.Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));
        return query.Length == 0 ? CauseReader.Address : $"{CauseReader.Address}?{query}";
    }

    private static string? Word(IQueryCollection query, string name) =>
        query[name].FirstOrDefault()?.Trim() is { Length: > 0 } word ? word.Length > Longest ? word[..Longest] : word : null;
}
