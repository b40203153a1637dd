using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Identity;

namespace Whybot.Analysis.Language.Text;

/// <summary>Where a repository is on the web: <c>https://github.com/OWNER/NAME</c>.</summary>
public sealed partial record RepositoryAddress
{
    public const string GitHub = "https://github.com";

    private RepositoryAddress(string url) => Url = url;

    /// <summary>Without a slash at its end.</summary>
    public string Url { get; }

    /// <param name="server">Address of the GitHub server; null for github.com.</param>
    /// <param name="repository"><c>owner/name</c>.</param>
    /// <returns>Null if the repository is not known, or if either is not what GitHub allows: no link is better than one that leads elsewhere.</returns>
    public static RepositoryAddress? Of(string? server, RepositoryName? repository) =>
        repository is { } name && FullName().IsMatch(name.Value) && (server is null || Server().IsMatch(server))
            ? new RepositoryAddress($"{server ?? GitHub}/{name}") : null;

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,99}/(?!\.{1,2}\z)[\w.-]{1,100}\z", RegexOptions.CultureInvariant | RegexOptions.ECMAScript, 10000)]
    private static partial Regex FullName();

    [GeneratedRegex(@"\Ahttps?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?\z", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Server();
}
