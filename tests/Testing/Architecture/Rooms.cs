using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Whybot.Testing.Architecture;

/// <summary>
/// The folders of a project in their order: a room may use only the rooms before it. A room is a folder with code; its types have the folder's namespace.
/// </summary>
/// <param name="assembly">What was compiled from the folder.</param>
/// <param name="folder">The project's folder, from the repository's root.</param>
/// <param name="root">The namespace of the project's own folder.</param>
/// <param name="rooms">Folders below it, lowest first; <c>.</c> is the project's own folder.</param>
public sealed partial class Rooms(Assembly assembly, string folder, string root, IReadOnlyList<string> rooms)
{
    private readonly Lazy<IReadOnlyList<IType>> _types = new(() =>
        [.. new ArchLoader().LoadAssemblies(assembly).Build().Types.Where(t => NamespaceOf(t)?.StartsWith(root, StringComparison.Ordinal) == true)]);

    /// <summary>Uses of a later room, each with the file and the reason.</summary>
    public IReadOnlyList<string> ArrowsUpwards()
    {
        var files = FilesOfTypes();
        return [.. _types.Value.SelectMany(Uses)
            .Where(d => Place(d.To) > Place(d.From))
            .Select(d => $"{files.GetValueOrDefault(Outermost(d.From), Outermost(d.From))} uses {Outermost(d.To)[(root.Length + 1)..]}, "
                + $"but {Room(d.To)} comes after {Room(d.From)}: move what both need into {Room(d.From)} or before it")
            .Concat(UsingsUpwards()).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>A constant leaves no trace in what is compiled, so the files' own directives count too.</summary>
    private IEnumerable<string> UsingsUpwards() =>
        from file in Files()
        let here = PlaceOf(RoomOf(Path.GetDirectoryName(file)![folder.Length..].Trim('/')))
        from used in Using().Matches(File.ReadAllText(Path.Combine(Repository.Root, file))).Select(m => m.Groups["name"].Value)
        where used == root || used.StartsWith(root + ".", StringComparison.Ordinal)
        let room = RoomOf(used[root.Length..].Trim('.').Replace('.', '/'))
        where room is not null && PlaceOf(room) > here
        select $"{file} has a using directive for {used[(root.Length + 1)..]}, but {room} comes after it";

    /// <summary>Uses of a sibling: of the folders directly below a wing, none may know another.</summary>
    public IReadOnlyList<string> ArrowsBetween(string wing)
    {
        var files = FilesOfTypes();
        string? Feature(IType type) => Room(type) is { } room && room.StartsWith(wing + "/", StringComparison.Ordinal) ? room.Split('/')[1] : null;
        return [.. _types.Value.Where(t => Feature(t) is not null).SelectMany(Uses)
            .Where(d => Feature(d.To) is { } other && other != Feature(d.From))
            .Select(d => $"{files.GetValueOrDefault(Outermost(d.From), Outermost(d.From))} uses {Outermost(d.To)[(root.Length + 1)..]}: "
                + $"no feature knows another; ask it by a job, or share what is stored")
            .Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Uses of what the rest of the project must not see.</summary>
    /// <param name="names">Full names of types, or namespaces with everything below them.</param>
    /// <param name="allowed">Rooms that may use it all the same.</param>
    public IReadOnlyList<string> UsesOf(IReadOnlyList<string> names, params IReadOnlyList<string> allowed)
    {
        var files = FilesOfTypes();
        var rule = allowed.Count == 0 ? "nothing in this project may" : $"only {string.Join(" and ", allowed)} may";
        return [.. _types.Value.Where(t => Room(t) is { } room && !allowed.Any(a => room == a || room.StartsWith(a + "/", StringComparison.Ordinal)))
            .SelectMany(Uses)
            .Where(d => names.Any(n => d.To.FullName == n || d.To.FullName.StartsWith(n + ".", StringComparison.Ordinal)))
            .Select(d => $"{files.GetValueOrDefault(Outermost(d.From), Outermost(d.From))} uses {d.To.FullName}: {rule}")
            .Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Files whose namespace is not their folder's.</summary>
    public IReadOnlyList<string> Misplaced() => [.. Files().Select(f => (File: f, Is: Declared(f))).Where(f => f.Is is not null && f.Is != Expected(f.File))
        .Select(f => $"{f.File} is in {f.Is}, not {Expected(f.File)}")];

    /// <summary>Folders with code that are not in the list, and rooms in the list that do not exist.</summary>
    public IReadOnlyList<string> Unlisted()
    {
        var folders = Files().Select(f => RoomOf(Path.GetDirectoryName(f)![folder.Length..].Trim('/'))).ToHashSet(StringComparer.Ordinal);
        return [.. folders.Where(f => f is null).Select(_ => "a folder that belongs to no room"),
            .. rooms.Where(r => !folders.Contains(r)).Select(r => $"no code in {r}")];
    }

    public int Count => _types.Value.Count;

    /// <summary>Everything that a type uses; type parameters are not in a namespace of their own.</summary>
    private static IEnumerable<(IType From, IType To)> Uses(IType type) =>
        type.Dependencies.Where(d => d.Target is not GenericParameter).Select(d => (type, d.Target));

    private int Place(IType type) => PlaceOf(Room(type));

    private int PlaceOf(string? room) => room is null ? -1 : rooms.ToList().IndexOf(room);

    private string? Room(IType type) => NamespaceOf(type) is { } at && (at == root || at.StartsWith(root + ".", StringComparison.Ordinal))
        ? RoomOf(at[root.Length..].Trim('.').Replace('.', '/')) : null;

    /// <summary>The longest listed folder that contains it.</summary>
    private string? RoomOf(string path) => path.Length == 0 ? "."
        : rooms.Where(r => path == r || path.StartsWith(r + "/", StringComparison.Ordinal)).MaxBy(r => r.Length);

    private static string? NamespaceOf(IType type) => type.Namespace?.FullName;

    /// <summary>The full name of the type that is declared in a file: without what is nested in it or made by the compiler, and without arity.</summary>
    private static string Outermost(IType type) => type.FullName.Split('+', '/')[0].Split('`', '<')[0];

    private Dictionary<string, string> FilesOfTypes()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Files())
            if (Declared(file) is { } at)
                foreach (var name in Declaration().Matches(File.ReadAllText(Path.Combine(Repository.Root, file))).Select(m => m.Groups["name"].Value))
                    files.TryAdd($"{at}.{name}", file);
        return files;
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private string Expected(string file) => (root + Path.GetDirectoryName(file)!.Replace('\\', '/')[folder.Length..].Replace('/', '.')).TrimEnd('.');

    private static string? Declared(string file) =>
        Namespace().Match(File.ReadAllText(Path.Combine(Repository.Root, file))) is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex(@"^using (?:static )?(?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref) )+(?:class|record struct|record|struct|interface|enum) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
