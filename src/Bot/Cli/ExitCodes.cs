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

    /// <summary>EX_SOFTWARE of sysexits.h: an error of the program's own must not look like a decision.</summary>
    public const int Internal = 70;

    /// <summary>Prints what is wrong, and gives the code to end with.</summary>
    public static int Fail(int code, string message)
    {
        Console.Error.WriteLine($"whybot: {message}");
        return code;
    }

    /// <param name="failOn">The mildest decision that is a failure: <c>inconclusive</c> (also when null), <c>no-go</c>, or <c>never</c>.</param>
    public static int Of(Decision decision, string? failOn) => (decision, failOn) switch
    {
        (Decision.Go, _) or (_, "never") or (Decision.Inconclusive, "no-go") => Go,
        (Decision.NoGo, _) => NoGo,
        _ => Inconclusive,
    };
}
