namespace Whybot.Hosts.Cli;

/// <summary>The message for a repository named on the command line that the store does not have.</summary>
internal static class UnknownRepository
{
    public static string Words(string name) =>
        $"nothing is known of {name}: write owner/name as GitHub has it (a former name will do); "
        + "check that Whybot:Store names the service's store, and that the App is installed there";
}
