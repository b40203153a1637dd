using System.Globalization;
using System.Text;

namespace Whybot.Benchmarks.Quarter;

/// <summary>What came of a simulated quarter.</summary>
internal sealed record QuarterFigures
{
    public required int Deployments { get; init; }

    /// <summary>That showed at least once.</summary>
    public required int Causes { get; init; }
    public required int Issues { get; init; }

    /// <summary>Issues beyond the first of a cause, and issues about no cause.</summary>
    public required IReadOnlyList<string> Duplicates { get; init; }

    /// <summary>Causes without an issue.</summary>
    public required IReadOnlyList<string> Missed { get; init; }

    /// <summary>By the bot's own figures.</summary>
    public required int Closes { get; init; }
    public required IReadOnlyList<string> FalseCloses { get; init; }
    public required int Comments { get; init; }

    /// <summary>Issues filed, comments on issues, comments on pull requests.</summary>
    public required int Notifications { get; init; }
    public required int RightVerdicts { get; init; }
    public required int UnknownVerdicts { get; init; }
    public required IReadOnlyList<string> WrongVerdicts { get; init; }
    public required int RightSuspects { get; init; }
    public required IReadOnlyList<string> WrongSuspects { get; init; }

    public double FalseCloseRate => Closes == 0 ? 0 : (double)FalseCloses.Count / Closes;
    public double NotificationsPerCause => Causes == 0 ? 0 : (double)Notifications / Causes;

    public string Table()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Deployments} deployments, {Causes} causes that showed\n");
        Row("issues filed", $"{Issues}", Duplicates.Count + Missed.Count == 0 ? "" : $"duplicates: {List(Duplicates)}; missed: {List(Missed)}");
        Row("closed by figures", $"{Closes}", $"false: {FalseCloses.Count} ({FalseCloseRate:P0}) {List(FalseCloses)}");
        Row("comments per issue", $"{(Issues == 0 ? 0 : (double)Comments / Issues):0.0}", "");
        Row("notifications per cause", $"{NotificationsPerCause:0.0}", "");
        var judged = RightVerdicts + WrongVerdicts.Count;
        Row("verdicts", $"{(judged == 0 ? 1 : (double)RightVerdicts / judged):P1} right of {judged}",
            $"{UnknownVerdicts} more said inconclusive; wrong: {List(WrongVerdicts)}");
        Row("suspects named as established", $"{RightSuspects} right", $"{WrongSuspects.Count} wrong {List(WrongSuspects)}");
        return text.ToString();

        void Row(string what, string figure, string more) => text.Append(CultureInfo.InvariantCulture, $"  {what,-30} {figure,-22} {more}\n");
    }

    private static string List(IReadOnlyList<string> words) => words.Count == 0 ? "none" : string.Join(", ", words.Take(12))
        + (words.Count > 12 ? $" and {words.Count - 12} more" : "");
}
