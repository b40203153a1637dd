using Whybot.Analysis.Inputs.Evidence;

namespace Whybot.Analysis.Causes.Facts;

/// <summary>Who said the words.</summary>
internal enum Speaker
{
    /// <summary>The failing test: its message and the errors in its stack.</summary>
    Test,

    /// <summary>The line of the test's source that a runner shows next to the failure.</summary>
    Source,

    /// <summary>The platform's own log.</summary>
    Platform,

    /// <summary>A probe of a service.</summary>
    Probe,
}

/// <summary>Words about a failure, and where they are found.</summary>
internal sealed record Statement(Speaker Speaker, string Words, Citation Citation);
