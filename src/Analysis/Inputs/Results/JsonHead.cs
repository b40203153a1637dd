using System.Text.Json;

namespace Whybot.Analysis.Inputs.Results;

/// <summary>The beginning of a JSON file: the names that identify its format.</summary>
internal static class JsonHead
{
    /// <summary>Names in the first object and, as <c>a/b</c>, in the objects directly below it; empty if it is not JSON.</summary>
    public static IReadOnlySet<string> Names(ReadOnlyMemory<byte> text)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (JsonStart.Find(text.Span) is not (>= 0 and var start))
            return names;
        if (!Collect(text.Span[start..], names))
            Collect(JsonRepair.Fix(text[start..]).Text.Span, names);
        return names;
    }

    /// <returns>False if it is not valid JSON; the names read up to there may be enough.</returns>
    private static bool Collect(ReadOnlySpan<byte> text, HashSet<string> names)
    {
        var options = JsonItem.Lenient;
        var reader = new Utf8JsonReader(text, isFinalBlock: false, new JsonReaderState(options));
        // The first element identifies a list of documents or events.
        var (above, outer) = ("", text[0] == '[' ? 1 : 0);
        try
        {
            while (reader.Read() && !(reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == outer))
            {
                if (reader.TokenType != JsonTokenType.PropertyName)
                    continue;
                if (reader.CurrentDepth == outer + 1)
                    names.Add(above = reader.GetString()!);
                else if (reader.CurrentDepth == outer + 2)
                    names.Add($"{above}/{reader.GetString()}");
            }
            return true;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
