using System.Text.Json;
using System.Text.Json.Serialization;

namespace Whybot.Analysis.Causes.Mechanisms;

/// <summary>A group of faults. Every kind of fault belongs to one, and rules refer to it. <c>mechanisms.json</c> has its name in lower case.</summary>
internal enum FaultFamily
{
    /// <summary>Of no known kind. No entry of the catalogue is of this family.</summary>
    Unknown,

    /// <summary>A credential or a right was refused.</summary>
    Access,

    /// <summary>The code could not be built or loaded, or a check of it (lint, coverage) failed.</summary>
    Build,

    /// <summary>A setting is missing.</summary>
    Configuration,

    /// <summary>A name, a certificate or a connection failed.</summary>
    Connectivity,

    /// <summary>Two sides disagree about a name or a signature.</summary>
    Contract,

    /// <summary>The program's own code failed.</summary>
    Crash,

    /// <summary>The tests, or the command that runs them, did not get to what is tested.</summary>
    Harness,

    /// <summary>One side does not speak the version or protocol that the other offers.</summary>
    Protocol,

    /// <summary>A limit on use was reached.</summary>
    Quota,

    /// <summary>Memory or disk ran out, or transactions wait for each other.</summary>
    Resource,

    /// <summary>The database lacks what the code asks for.</summary>
    Schema,

    /// <summary>The service answered with an error.</summary>
    Server,

    /// <summary>An answer came late, or never.</summary>
    Timing,

    /// <summary>A value, or an answer, is not the expected one.</summary>
    Value,
}

/// <summary>A family by its name in the catalogue. An unknown name is an error.</summary>
internal sealed class FaultFamilyJson : JsonConverter<FaultFamily>
{
    private static readonly Dictionary<string, FaultFamily> Known = Enum.GetValues<FaultFamily>().ToDictionary(Name, StringComparer.Ordinal);

    public override FaultFamily Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } name && Known.TryGetValue(name, out var family) ? family
            : throw new JsonException($"'{reader.GetString()}' is not a family of faults; use one of {string.Join(", ", Known.Keys)}");

    public override void Write(Utf8JsonWriter writer, FaultFamily value, JsonSerializerOptions options) => writer.WriteStringValue(Name(value));

    private static string Name(FaultFamily family) => family.ToString().ToLowerInvariant();
}
