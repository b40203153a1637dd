using Whybot.Analysis.Gates;

namespace Whybot.Cli;

/// <summary>What the program tells scripts.</summary>
internal static class ExitCodes
{
    public const int Go = 0;
    public const int NoGo = 1;
    public const int Inconclusive = 2;

    /// <summary>The folder could not be read, or the reports could not be written.</summary>
    public const int Unreadable = 3;

    /// <summary>EX_USAGE of sysexits.h.</summary>
    public const int Usage = 64;

    /// <param name="failOn">The mildest decision that is a failure; null for all but go.</param>
    public static int Of(Decision decision, Decision? failOn) => decision switch
    {
        Decision.Go => Go,
        Decision.NoGo => NoGo,
        _ => failOn == Decision.NoGo ? Go : Inconclusive,
    };
}
