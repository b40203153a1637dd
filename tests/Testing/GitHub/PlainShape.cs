using System.Text.Json.Nodes;

namespace Whybot.Testing.GitHub;

/// <summary>
/// Answers without GitHub's own description at hand: the state alone, with the little that every reader expects. For demonstrations; tests use the description.
/// </summary>
internal static class PlainShape
{
    private static readonly string[] Nested = ["head", "base", "object", "commit"];

    public static JsonObject Of(string schema, JsonObject over)
    {
        var shape = new JsonObject
        {
            ["id"] = 1,
            ["sha"] = new string('b', 40),
            ["created_at"] = "2026-11-20T10:00:00Z",
            ["updated_at"] = "2026-11-20T10:00:00Z"
        };
        if (schema is "pull-request" or "pull-request-simple" or "git-ref" or "commit")
            foreach (var name in Nested)
                shape[name] = new JsonObject();
        foreach (var (name, value) in over)
            shape[name] = value?.DeepClone();
        return shape;
    }
}
