namespace Whybot.Analysis.Inputs.History;

/// <summary>The outcome of a run. <c>DecisionTable</c> defines what each value means to the outside.</summary>
public enum Decision
{
    Go,
    NoGo,

    /// <summary>The evidence is not sufficient for go or no-go.</summary>
    Inconclusive,

    /// <summary>No suite ran, because of the environment.</summary>
    NotReady,

    /// <summary>The tested version is not the one that was to be tested: the run says nothing about it.</summary>
    Void,
}
