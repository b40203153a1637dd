using System.Reflection;
using System.Runtime.CompilerServices;

namespace Whybot.Testing.Architecture;

/// <summary>A class that needs many other objects does several jobs.</summary>
public static class Constructors
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Classes with a constructor of more parameters than a limit, except records, which are data.</summary>
    /// <returns>Each with the number of parameters.</returns>
    public static IReadOnlyList<string> Of(Assembly assembly, int most) =>
        [.. from type in assembly.GetTypes()
            where type.IsClass && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !IsRecord(type)
            let count = type.GetConstructors(All).Select(c => c.GetParameters().Length).DefaultIfEmpty().Max()
            where count > most
            orderby type.FullName
            select $"{type.FullName} has a constructor of {count} parameters, and {most} are enough: let a class with a job of its own take some of them, "
                + $"together with the code that uses them"];

    /// <summary>The compiler gives each record class a method that clones it.</summary>
    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}
