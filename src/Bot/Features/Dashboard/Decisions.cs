using Whybot.Analysis.Decisions.Gates;
using Whybot.Analysis.Inputs.History;

namespace Whybot.Features.Dashboard;

/// <summary>How decisions look.</summary>
internal static class Decisions
{
    /// <summary>The class that gives its colour; that of an open one for a word that is no decision.</summary>
    public static string Kind(string? decision) => DecisionTable.Of(decision)?.Decision switch
    {
        Decision.Go => "go",
        Decision.NoGo => "no-go",
        Decision.Inconclusive or Decision.NotReady => "inconclusive",
        _ => "open",
    };

    /// <summary>A sign that tells it apart without colour.</summary>
    public static string Sign(string? decision) => DecisionTable.Of(decision)?.Decision switch
    {
        Decision.Go => "✔",
        Decision.NoGo => "✖",
        Decision.Inconclusive or Decision.NotReady => "?",
        Decision.Void => "○",
        _ => "…",
    };

    /// <summary>In words: <c>no-go</c>, <c>not ready</c>.</summary>
    public static string Word(string decision) => decision == "not-ready" ? "not ready" : decision;
}
