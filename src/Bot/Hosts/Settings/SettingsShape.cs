using System.Collections;
using System.ComponentModel;
using System.Reflection;
using Serilog.Events;
using Whybot.Analysis.Language.Text;

namespace Whybot.Hosts.Settings;

/// <summary>
/// Compares the given settings with the known keys and their types. The types come from <see cref="SettingsSections"/>: text, numbers, times, yes or no,
/// lists (<c>KEY:0</c>), maps (<c>KEY:NAME</c>) and groups of keys. Numbers and times are never negative.
/// </summary>
internal sealed class SettingsShape
{
    private const int MostShown = 30;
    private const string Levels = "Serilog:MinimumLevel";
    private readonly Dictionary<string, string?> _readable = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<UnreadableSetting> _unreadable = [];

    public IReadOnlyDictionary<string, string?> Readable => _readable;
    public IReadOnlyList<UnreadableSetting> Unreadable => _unreadable;

    public void Read(IConfiguration given)
    {
        Group(given.GetSection(SettingsSection.Root), SettingsSection.Root,
            [.. Keys(typeof(ListenSettings)), .. SettingsSections.All.Where(s => s.Name.Length > 0).Select(s => new Key(s.Name, s.Type, Key.None))]);
        foreach (var (path, value) in given.GetSection("Serilog").AsEnumerable())
            if (value is null || !IsLevel(path) || value.StartsWith('$') || Enum.TryParse<LogEventLevel>(value, ignoreCase: true, out _))
                _readable[path] = value;
            else
                Note(path, $"{Shown(value)} is not a level{NearestWord.Hint(value, Enum.GetNames<LogEventLevel>())}");
    }

    /// <summary>A key of a group.</summary>
    /// <param name="Default">Its value if it is not given; null if none. Evaluated only if something is wrong, since reflection is slow the first time.</param>
    private sealed record Key(string Name, Type Type, Func<object?> Default)
    {
        public static readonly Func<object?> None = () => null;
    }

    private static IEnumerable<Key> Keys(Type group) => group.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite)
        .Select(p => new Key(p.Name, p.PropertyType, () => p.GetValue(Activator.CreateInstance(group))));

    private static bool IsLevel(string path) =>
        path.Equals(Levels, StringComparison.OrdinalIgnoreCase) || path.Equals($"{Levels}:Default", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith($"{Levels}:Override:", StringComparison.OrdinalIgnoreCase);

    private void Group(IConfigurationSection given, string path, IReadOnlyList<Key> keys)
    {
        if (given.Value is { Length: > 0 })
            Note(path, $"it is a group of settings, not a value; write for example {Variable(path)}__{keys[0].Name}");
        foreach (var child in given.GetChildren())
            if (keys.FirstOrDefault(k => k.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) is { } key)
                Value(child, $"{path}:{key.Name}", key.Type, key.Default);
            else
                Note($"{path}:{child.Key}", $"unknown setting '{child.Key}'{Hint(child.Key, keys)}");
    }

    private void Value(IConfigurationSection given, string path, Type type, Func<object?> usual)
    {
        if (IsSingle(type))
            Single(given, path, type, usual);
        else if (ItemOf(type) is not { } item)
            Group(given, path, [.. Keys(type)]);
        else if (given.Value is { Length: > 0 } value)
        {
            // Intended as the first item of the list.
            if (IsSingle(item) && usual() is not IDictionary)
                _readable[$"{path}:0"] = value;
            Note(path, usual() is IDictionary ? $"it needs a name for each value; write {Variable(path)}__NAME"
                : $"it is a list; write {Variable(path)}__0, {Variable(path)}__1 and so on");
        }
        else
            foreach (var child in given.GetChildren())
                Value(child, $"{path}:{child.Key}", item, Key.None);
    }

    private void Single(IConfigurationSection given, string path, Type type, Func<object?> usual)
    {
        if (given.GetChildren().Any())
            Note(path, $"it takes a single value; write {Variable(path)}");
        else if (given.Value is { } value && WrongWith(value, type, usual) is { } wrong)
        {
            Note(path, wrong);
            // An App with a mistyped id is still an App: what else it needs can be reported now.
            if (usual() is null)
                _readable[path] = "1";
        }
        else
            _readable[path] = given.Value;
    }

    /// <summary>What is wrong with the value; null if nothing is. Reads it the same way as the binder, so that the binder will not fail.</summary>
    private static string? WrongWith(string value, Type type, Func<object?> usual)
    {
        if (type == typeof(string) || (value.Length == 0 && Nullable.GetUnderlyingType(type) is not null))
            return null;
        try
        {
            var read = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value);
            return read is < 0 or < 0L || (read is TimeSpan time && time < TimeSpan.Zero)
                ? $"{Shown(value)} is less than zero; write {Example(usual())}" : null;
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException or OverflowException)
        {
            return type == typeof(bool) ? $"{Shown(value)} is neither true nor false"
                : type == typeof(TimeSpan) ? $"{Shown(value)} is not a time; write hours:minutes:seconds or days.hours:minutes:seconds, {Example(usual())}"
                : $"{Shown(value)} is not a whole number, or is too large; write {Example(usual())}";
        }
    }

    /// <summary>A value longer than any number or time was meant for another key, and may be a secret.</summary>
    private static string Shown(string value) => value.Length <= MostShown ? $"'{value}'" : $"a text of {value.Length} characters";

    private static string Example(object? usual) => usual is null ? "its digits only" : $"for example {usual}";

    /// <summary>The similar key in the same group that was probably meant; otherwise the key of that name elsewhere; otherwise all keys of the group.</summary>
    private static string Hint(string name, IReadOnlyList<Key> keys)
    {
        string[] known = [.. keys.Select(k => k.Name)];
        var elsewhere = SettingsSections.All.SelectMany(s => Keys(s.Type).Where(k => k.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(k => $"{s.Path}:{k.Name}"));
        return NearestWord.Nearest(name, known) is null && elsewhere.FirstOrDefault() is { } there ? $"; did you mean {there}?" : NearestWord.Hint(name, known);
    }

    private static bool IsSingle(Type type) => type == typeof(string) || type.IsValueType;

    /// <summary>The type of a list's or a map's values; null for a group.</summary>
    private static Type? ItemOf(Type type) => typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[^1] : null;

    private static string Variable(string path) => path.Replace(":", "__", StringComparison.Ordinal);

    private void Note(string path, string what) => _unreadable.Add(new UnreadableSetting(path, what));
}
