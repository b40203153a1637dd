namespace Whybot.Analysis.Causes.Mechanisms;

/// <summary>Whether a fault may be gone when the same commit runs again, although nobody changed anything.</summary>
internal enum Transience
{
    /// <summary>It comes from what is built and tested, or from how that is set up.</summary>
    Never,

    /// <summary>Only in a step that fetches something: elsewhere the same words are about the service under test.</summary>
    Fetching,

    /// <summary>Only a tool that fetches, or the system that runs the job, says such words.</summary>
    Always,

    /// <summary>It is outside the code too, but stays until somebody changes the account or its settings: running again does not help. Only the system that
    /// runs the job says such words.</summary>
    UntilFixed,
}
