using System.Text.Json;
using System.Text.Json.Serialization;

namespace Whybot.Analysis.Language.Identity;

/// <summary>
/// What a cluster of failures with one cause is called, in every run that shows it: <c>w1-4f2a90c31b7e</c> (the version of the normal form and the digest of
/// a message in it), or <c>down-staging</c> for an environment that is not ready. The constructor takes
/// any text, for stored rows and recorded files.
/// </summary>
/// <param name="Value">The id, or what a record says.</param>
[JsonConverter(typeof(ClusterIdJson))]
public readonly record struct ClusterId(string Value)
{
    public string Value { get => field ?? ""; } = Value;

    public override string ToString() => Value;
}

/// <summary>A cluster's id as JSON: its text, also as a key. Null is read as an empty id and written as null again.</summary>
internal sealed class ClusterIdJson : JsonConverter<ClusterId>
{
    public override bool HandleNull => true;

    public override ClusterId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, ClusterId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value == default ? null : value.Value);

    public override ClusterId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, ClusterId value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
}
