using System.Security.Cryptography;
using System.Text;
using Whybot.Analysis.Results;

namespace Whybot.Analysis.Signatures;

/// <summary>What identifies a failure across runs, machines and retries: its normalised message and its top frames.</summary>
/// <param name="Id">Stable: the algorithm's version and a hash, for example <c>w1-3fa9c02d11e7</c>.</param>
/// <param name="ErrorType">Short name of the exception, null where none is stated.</param>
/// <param name="Message">Masked, first lines.</param>
/// <param name="Frames">The top frames in the repository's own code that is not test code, innermost last.</param>
public sealed record Signature(string Id, string? ErrorType, string Message, IReadOnlyList<string> Frames)
{
    /// <summary>Changes whenever the same failure would get another id.</summary>
    public const int Version = 1;

    private const int MaxMessageLines = 6;
    private const int MaxFrames = 3;

    public static Signature Of(Failure failure)
    {
        var lines = failure.Message.Split('\n').Where(l => l.Trim().Length > 0 && !IsDecoration(l)).Take(MaxMessageLines);
        var message = Masker.Mask(string.Join('\n', lines.Select(l => l.Trim())));
        var frames = StackFrames.Of(failure.Text).Select(f => f.Frame).Where(f => !f.Library && !f.Test).TakeLast(MaxFrames)
            .Select(f => $"{f.Path}:{f.Function}").ToList();
        var type = ErrorTypes.Of(failure.Message) ?? ErrorTypes.Of(failure.Type ?? "");
        return new Signature(IdOf(type, message, frames), type, message, frames);
    }

    /// <summary>Lines by which a runner explains its comparison (<c>assert 503 == 200</c>, <c>+  where …</c>): they repeat the message.</summary>
    private static bool IsDecoration(string line) =>
        line.TrimStart() is var text && (text.StartsWith("assert ", StringComparison.Ordinal) || text.StartsWith("+  where", StringComparison.Ordinal)
                                         || text.StartsWith("- ", StringComparison.Ordinal) || text.StartsWith("+ ", StringComparison.Ordinal));

    internal static string IdOf(string? type, string message, IReadOnlyList<string> frames)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{type}\n{message}\n{string.Join('\n', frames)}"));
        return $"w{Version}-{Convert.ToHexStringLower(bytes.AsSpan(0, 6))}";
    }
}
