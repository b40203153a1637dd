using System.Text.Json;

namespace Whybot.Runs.RunFolders;

/// <summary>Resolves JSON pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    public static JsonElement? Resolve(JsonElement root, string pointer)
    {
        var element = root;
        foreach (var part in pointer.Split('/').Skip(1)
            .Select(p => p.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(part, out var member))
                element = member;
            else if (element.ValueKind == JsonValueKind.Array && int.TryParse(part, out var index) && index >= 0 && index < element.GetArrayLength())
                element = element[index];
            else
                return null;
        return element;
    }
}
