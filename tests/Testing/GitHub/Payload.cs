using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Serialization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Octokit.Webhooks;

namespace Whybot.Testing.GitHub;

/// <summary>
/// Webhook payloads with all that GitHub always sends, so that they can be read as Octokit's types: those say which fields must be there. What a test says
/// stands in them, and something of the right kind in the others.
/// </summary>
public static class Payload
{
    private static readonly ILookup<string, Type> Events = typeof(WebhookEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(WebhookEvent)))
        .Where(t => Named(t, "WebhookEventTypeAttribute") is not null).ToLookup(t => Named(t, "WebhookEventTypeAttribute")!, StringComparer.Ordinal);

    /// <param name="name">Of the event.</param>
    /// <param name="about">What it says. Where an event has actions and this says none, something was completed, or the first that there is.</param>
    public static JsonObject Of(string name, JsonObject about)
    {
        var actions = Events[name].Select(t => Named(t, "WebhookActionTypeAttribute")).OfType<string>().ToList();
        about = about.DeepClone().AsObject();
        if (!about.ContainsKey("action") && actions.Count > 0)
            about["action"] = actions.Contains("completed") ? "completed" : actions[0];
        // Octokit takes it for optional, since an installation's events have none.
        if (!about.ContainsKey("repository") && !name.StartsWith("installation", StringComparison.Ordinal))
            about["repository"] = new JsonObject { ["full_name"] = "team/shop" };
        if (about["repository"] is JsonObject repository && repository["full_name"] is JsonValue full && !repository.ContainsKey("id"))
            repository["id"] = RepositoryNumber.Of(full.GetValue<string>());
        var action = about["action"]?.GetValue<string>();
        var type = Events[name].FirstOrDefault(t => action is not null && Named(t, "WebhookActionTypeAttribute") == action)
            ?? Events[name].First(t => Named(t, "WebhookActionTypeAttribute") is null);
        return Filled(type, about);
    }

    private static JsonObject Filled(Type type, JsonObject about)
    {
        var whole = about.DeepClone().AsObject();
        foreach (var property in type.GetProperties())
            if (property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name is { } field)
            {
                if (whole[field] is JsonObject part && IsShape(property.PropertyType))
                    whole[field] = Filled(property.PropertyType, part);
                else if (!whole.ContainsKey(field) && property.IsDefined(typeof(RequiredMemberAttribute)))
                    whole[field] = Something(property.PropertyType, field);
            }
        return whole;
    }

    private static JsonNode? Something(Type type, string field)
    {
        if (Nullable.GetUnderlyingType(type) is { } plain)
            return Something(plain, field);
        if (type.IsEnum)
            return Word(type);
        if (type is { IsGenericType: true, Name: "StringEnum`1" })
            return Word(type.GetGenericArguments()[0]);
        if (type == typeof(string))
            return field;
        if (type == typeof(bool))
            return false;
        if (type == typeof(DateTimeOffset))
            return "2026-01-01T00:00:00Z";
        if (type.IsPrimitive)
            return 1;
        if (type.IsAssignableTo(typeof(IEnumerable)))
            return type.IsGenericType && type.GetGenericArguments().Length == 2 ? new JsonObject() : new JsonArray();
        return IsShape(type) ? Filled(type, []) : new JsonObject();
    }

    private static bool IsShape(Type type) => type.Namespace?.StartsWith("Octokit.Webhooks", StringComparison.Ordinal) == true && !type.IsEnum
        && !type.IsGenericType;

    /// <summary>The first of the words that GitHub has for it.</summary>
    private static JsonNode? Word(Type type)
    {
        var first = type.GetFields(BindingFlags.Public | BindingFlags.Static)[0];
        return first.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? first.Name;
    }

    /// <summary>What an attribute of a type, or of one that it is made from, names; Octokit keeps the attributes to itself.</summary>
    private static string? Named(Type? type, string attribute) => type is null || type == typeof(WebhookEvent) ? null :
        type.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType.Name == attribute)?.ConstructorArguments.Select(a => a.Value as string)
            .FirstOrDefault()
            ?? Named(type.BaseType, attribute);
}
