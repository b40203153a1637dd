using System.Text.Json;
using System.Text.Json.Serialization;

namespace Whybot.Analysis.Inputs.Settings;

/// <summary>How urgent an issue, or how important a suite is: P0, the most urgent, comes first. Written as its name.</summary>
public enum Priority
{
    P0,
    P1,
    P2,
    P3,
    P4,
    P5,
    P6,
}

public static class Priorities
{
    /// <summary>The rank of what has no priority: after everything that has one.</summary>
    public const int AfterAll = 9;

    /// <summary>The only place that reads a priority: a capital P and one digit.</summary>
    /// <returns>Null for any other text.</returns>
    public static Priority? Parse(string? text) => text is ['P', >= '0' and <= '6' and var digit] ? (Priority)(digit - '0') : null;

    /// <summary>For sorting: 0 for P0 to 6 for P6, or <see cref="AfterAll"/>.</summary>
    public static int Rank(this Priority? priority) => priority is { } known ? (int)known : AfterAll;
}

/// <summary>A priority as JSON: its name, or null. Another text, as an older or a newer version may have stored it, is read as null.</summary>
internal sealed class PriorityJson : JsonConverter<Priority?>
{
    public override Priority? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Priorities.Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, Priority? value, JsonSerializerOptions options) => writer.WriteStringValue(value?.ToString());
}
