namespace Whybot.Cli;

/// <summary>What to say of a repository that was named on the command line and that the store does not have.</summary>
internal static class UnknownRepository
{
    public static string Words(string name) =>
        $"nothing is known of {name}: write owner/name as GitHub has it (a former name will do); "
        + "check that Whybot:Store names the service's store, and that the App is installed there";
}
