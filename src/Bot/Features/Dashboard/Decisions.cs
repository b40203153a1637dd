using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs.History;

namespace Whybot.Features.Dashboard;

/// <summary>How decisions look.</summary>
internal static class Decisions
{
    /// <summary>The class that gives its colour; that of an open one before there is one.</summary>
    public static string Kind(Decision? decision) => decision switch
    {
        Decision.Go => "go",
        Decision.NoGo => "no-go",
        Decision.Inconclusive or Decision.NotReady => "inconclusive",
        _ => "open",
    };

    /// <summary>A sign that tells it apart without colour.</summary>
    public static string Sign(Decision? decision) => decision switch
    {
        Decision.Go => "✔",
        Decision.NoGo => "✖",
        Decision.Inconclusive or Decision.NotReady => "?",
        Decision.Void => "○",
        _ => "…",
    };

    /// <summary>In words: <c>no-go</c>, <c>not ready</c>.</summary>
    public static string Word(Decision decision) => DecisionTable.Of(decision).Heading.ToLowerInvariant();
}
