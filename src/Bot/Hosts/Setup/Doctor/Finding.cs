namespace Whybot.Hosts.Setup.Doctor;

/// <summary>What one examination found.</summary>
/// <param name="Fix">How to fix it; null if nothing is wrong.</param>
internal sealed record Finding(bool Well, string What, string? Fix)
{
    public static Finding Good(string what) => new(true, what, null);

    public static Finding Bad(string what, string fix) => new(false, what, fix);
}
