using System.Security.Cryptography;
using System.Text;

namespace Whybot.Analysis.Language.Text;

/// <summary>Text from outside, and where it can be seen on GitHub.</summary>
/// <param name="Text">What is printed.</param>
/// <param name="Target">Relative to the repository's address: <c>commit/41a1de08…</c>.</param>
public readonly record struct LinkedText(string Text, string Target)
{
    private const int ShownDigits = 8;

    /// <summary>A commit, printed with eight digits.</summary>
    public static LinkedText Commit(string sha) =>
        new(sha.Length > ShownDigits ? sha[..ShownDigits] : sha, $"commit/{Uri.EscapeDataString(sha)}");

    /// <summary>A file in a commit's diff. GitHub names the place by the SHA-256 of the path.</summary>
    public static LinkedText Diff(string path, string sha) =>
        new(path, $"commit/{Uri.EscapeDataString(sha)}#diff-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))}");

    /// <summary>A line of a file as it is in a commit.</summary>
    public static LinkedText Line(string text, string path, int line, string sha) =>
        new(text, $"blob/{Uri.EscapeDataString(sha)}/{Escaped(path)}#L{line}");

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
