namespace Whybot.Runs.RunFolders;

/// <summary>The GitHub server that an analyzed run belongs to: links in its reports lead there. In Actions it is set for every step.</summary>
internal static class AnalyzedServer
{
    public const string Variable = "GITHUB_SERVER_URL";

    /// <summary>Null if it is not set; then github.com is meant.</summary>
    public static string? Url => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } url ? url.TrimEnd('/') : null;
}
