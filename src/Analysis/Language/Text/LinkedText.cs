using System.Security.Cryptography;
using System.Text;
using Whybot.Analysis.Language.Identity;

namespace Whybot.Analysis.Language.Text;

/// <summary>Text from outside, and where it can be seen on GitHub.</summary>
/// <param name="Text">What is printed.</param>
/// <param name="Target">Relative to the repository's address: <c>commit/41a1de08…</c>.</param>
public readonly record struct LinkedText(string Text, string Target)
{
    /// <summary>A commit, printed short.</summary>
    public static LinkedText Commit(CommitSha sha) =>
        new(sha.Short, $"commit/{Uri.EscapeDataString(sha.Value)}");

    /// <summary>A file in a commit's diff. GitHub names the place by the SHA-256 of the path.</summary>
    public static LinkedText Diff(string path, CommitSha sha) =>
        new(path, $"commit/{Uri.EscapeDataString(sha.Value)}#diff-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))}");

    /// <summary>A line of a file as it is in a commit.</summary>
    public static LinkedText Line(string text, string path, int line, CommitSha sha) =>
        new(text, $"blob/{Uri.EscapeDataString(sha.Value)}/{Escaped(path)}#L{line}");

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
