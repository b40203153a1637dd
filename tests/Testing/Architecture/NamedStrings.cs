using System.Reflection;

namespace Whybot.Testing.Architecture;

/// <summary>A value that has its own type is not passed on as text.</summary>
public static class NamedStrings
{
    private const BindingFlags All =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Parameters and properties that are a string and whose name is, or ends with, the given word.</summary>
    /// <param name="word">As a property would have it: <c>Sha</c> finds <c>sha</c>, <c>Sha</c> and <c>HeadSha</c>.</param>
    /// <returns>Each with its class, sorted.</returns>
    public static IReadOnlyList<string> Of(Assembly assembly, string word) =>
        [.. from type in assembly.GetTypes()
            from name in Properties(type).Concat(Parameters(type))
            where name.Equals(word, StringComparison.OrdinalIgnoreCase) || name.EndsWith(word, StringComparison.Ordinal)
            let said = $"{type.FullName} has the string {name}"
            group said by said into once
            orderby once.Key
            select once.Key];

    private static IEnumerable<string> Properties(Type type) => type.GetProperties(All).Where(p => p.PropertyType == typeof(string)).Select(p => p.Name);

    private static IEnumerable<string> Parameters(Type type) => type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All))
        .SelectMany(m => m.GetParameters()).Where(p => p.ParameterType == typeof(string)).Select(p => p.Name ?? "");
}
