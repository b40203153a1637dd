namespace Whybot.Setup.Doctor;

/// <summary>What one examination found.</summary>
/// <param name="Mend">What to do about it; null when all is well.</param>
internal sealed record Finding(bool Well, string What, string? Mend)
{
    public static Finding Good(string what) => new(true, what, null);

    public static Finding Bad(string what, string mend) => new(false, what, mend);
}
