using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Whybot.Analysis.Language.Identity;

/// <summary>
/// What a repository is called: <c>owner/name</c>. What comes from outside is read with <see cref="TryParse"/> or <see cref="Find"/>, because it becomes part
/// of paths. The constructor takes any text, for stored rows and recorded files.
/// </summary>
/// <param name="Value"><c>owner/name</c>, or what a record says.</param>
[JsonConverter(typeof(RepositoryNameJson))]
public readonly record struct RepositoryName(string Value)
{
    private const int MostCharacters = 200;

    public string Value { get => field ?? ""; } = Value;

    /// <summary>What is before the slash; all of a text without one.</summary>
    public string Owner => Value.Split('/')[0];

    /// <summary>What is after the slash; empty without a slash.</summary>
    public string Name => Value[Math.Min(Value.Length, Owner.Length + 1)..];

    /// <summary>
    /// Whether it follows GitHub's own rule for names: two words of ASCII letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, neither of them <c>.</c> or
    /// <c>..</c>. Only such a text may become part of a path.
    /// </summary>
    public bool IsValid => Value.Length <= MostCharacters && Value.Split('/') is [{ Length: > 0 } owner, { Length: > 0 } name] && IsWord(owner) && IsWord(name);

    /// <returns>Whether the text is a name as GitHub writes it.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out RepositoryName name)
    {
        name = new RepositoryName(text ?? "");
        return name.IsValid;
    }

    /// <returns>Null if the text is not a name as GitHub writes it.</returns>
    public static RepositoryName? Find(string? text) => TryParse(text, out var name) ? name : null;

    /// <summary>What a record says, unchecked.</summary>
    /// <returns>Null if it says nothing.</returns>
    public static RepositoryName? Of(string? recorded) => recorded is null ? null : new RepositoryName(recorded);

    /// <summary>Whether GitHub takes both for the same name, which it does whatever their case.</summary>
    public bool IsSame(RepositoryName other) => Value.Equals(other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of an owner's repository, unchecked.</summary>
    public static RepositoryName Of(string owner, string name) => new($"{owner}/{name}");

    public override string ToString() => Value;

    private static bool IsWord(string text) => text is not ("." or "..") && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}

/// <summary>A repository's name as JSON: its text. Null is read as an empty name and written as null again.</summary>
internal sealed class RepositoryNameJson : JsonConverter<RepositoryName>
{
    public override bool HandleNull => true;

    public override RepositoryName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, RepositoryName value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value == default ? null : value.Value);
}
