using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Inputs.Signatures;

/// <summary>What identifies a failure across runs, machines and retries: its normalised message and its top frames.</summary>
/// <param name="Id">Stable: the algorithm's version and a hash, for example <c>w2-3fa9c02d11e7</c>.</param>
/// <param name="ErrorType">Short name of the exception, null if none is stated.</param>
/// <param name="Message">The first lines, masked.</param>
/// <param name="Frames">The top frames in the repository's own code that is not test code, innermost last.</param>
public sealed record Signature(string Id, string? ErrorType, string Message, IReadOnlyList<string> Frames)
{
    /// <summary>Changes whenever the same failure would get a different id.</summary>
    public const int Version = 2;

    private const int MaxMessageLines = 6;
    private const int MaxFrames = 3;

    public static Signature Of(Failure failure)
    {
        var message = MessageNormalizer.Mask(Telling(failure));
        var frames = StackFrames.Last(failure.Text, MaxFrames, f => !f.Library && !f.Test)
            .Select(f => $"{RepositoryPaths.WithoutNumbers(f.Path)}:{f.Function}").ToList();
        var type = ErrorTypes.Of(failure.Message) ?? ErrorTypes.Of(failure.Type ?? "");
        return new Signature(IdOf(type, message, frames), type, message, frames);
    }

    /// <summary>
    /// What variants of one test have in common: the masked message, without the variant's own parameter and all quoted words.
    /// </summary>
    public static string Shape(TestCase test)
    {
        var said = Telling(test.Failure!);
        var parameter = test.Name.Length > test.BaseName.Length ? test.Name[(test.BaseName.Length + 1)..^1] : "";
        return MessageNormalizer.Shape(parameter.Length > 0 ? Whole(said, parameter, "<parameter>") : said);
    }

    private static string Whole(string text, string word, string instead) =>
        Regex.Replace(text, $@"(?<!\w){Regex.Escape(word)}(?!\w)", instead, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static string Telling(Failure failure)
    {
        var lines = failure.Message.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        var own = lines.Where(l => !IsDecoration(l)).ToList();
        return string.Join('\n', (own.Count > 0 ? own : lines).Take(MaxMessageLines));
    }

    /// <summary>Lines in which a runner explains its comparison (<c>assert 503 == 200</c>, <c>+  where …</c>): they repeat the message.</summary>
    private static bool IsDecoration(string line) =>
        line is var text && (text.StartsWith("assert ", StringComparison.Ordinal) || text.StartsWith("+  where", StringComparison.Ordinal)
                                         || text.StartsWith("- ", StringComparison.Ordinal) || text.StartsWith("+ ", StringComparison.Ordinal));

    internal static string IdOf(string? type, string message, IReadOnlyList<string> frames)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{type}\n{message}\n{string.Join('\n', frames)}"));
        return $"w{Version}-{Convert.ToHexStringLower(bytes.AsSpan(0, 6))}";
    }
}
