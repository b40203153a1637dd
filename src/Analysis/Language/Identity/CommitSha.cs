using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Whybot.Analysis.Language.Identity;

/// <summary>
/// The id of a commit. What GitHub sends is read with <see cref="TryParse"/> or <see cref="Parse"/>, because it becomes part of a path. The constructor
/// takes any text, for recorded files and stored rows: people who record a run may have written a shortened id or a tag.
/// </summary>
/// <param name="Value">40 hexadecimal digits (SHA-1), 64 (SHA-256), or what a record says.</param>
[JsonConverter(typeof(CommitShaJson))]
public readonly record struct CommitSha(string Value)
{
    private const int ShownDigits = 8;

    public string Value { get => field ?? ""; } = Value;

    /// <summary>For people: its first eight digits, or all of a shorter one.</summary>
    public string Short => First(ShownDigits);

    /// <summary>Whether it is a complete id, as GitHub writes it: 40 or 64 digits in lower case.</summary>
    public bool IsComplete => Value.Length is 40 or 64 && Value.All(char.IsAsciiHexDigitLower);

    /// <summary>
    /// Whether it is an id or the beginning of one, in either case: from 7 to 64 hexadecimal digits. Only such a text may become part of a path.
    /// </summary>
    public bool IsId => Value.Length is >= 7 and <= 64 && Value.All(char.IsAsciiHexDigit);

    /// <summary>Whether it stands for no commit: in a push, GitHub sends zeros for what was before a new branch.</summary>
    public bool IsZero => Value.AsSpan().IndexOfAnyExcept('0') < 0;

    /// <summary>Its first digits, or all of them if it has fewer.</summary>
    public string First(int digits) => Value.Length > digits ? Value[..digits] : Value;

    /// <returns>Whether the text is a complete id.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out CommitSha sha)
    {
        sha = new CommitSha(text ?? "");
        return sha.IsComplete;
    }

    /// <returns>Null if the text is not a complete id.</returns>
    public static CommitSha? Find(string? text) => TryParse(text, out var sha) ? sha : null;

    /// <summary>What a record says, unchecked.</summary>
    /// <returns>Null if it says nothing.</returns>
    public static CommitSha? Of(string? recorded) => recorded is null ? null : new CommitSha(recorded);

    /// <summary>For fields that GitHub's API description promises to be a SHA.</summary>
    /// <exception cref="FormatException">It is not a complete id. The message does not repeat the text.</exception>
    public static CommitSha Parse(string? text) =>
        TryParse(text, out var sha) ? sha : throw new FormatException("A commit's SHA must be 40 or 64 hexadecimal digits in lower case.");

    public override string ToString() => Value;
}

/// <summary>A commit's id as JSON: its text. Null, as an older version may have stored it, is read as an empty id and written as null again.</summary>
internal sealed class CommitShaJson : JsonConverter<CommitSha>
{
    public override bool HandleNull => true;

    public override CommitSha Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, CommitSha value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value == default ? null : value.Value);
}
