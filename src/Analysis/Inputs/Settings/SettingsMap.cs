using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Settings;

/// <summary>Reads the keys of one YAML map, noting each problem with its line.</summary>
internal sealed class SettingsMap
{
    private readonly YamlMap _map;
    private readonly string _where;
    private readonly string _source;
    private readonly List<SettingsProblem> _problems;
    private readonly HashSet<string> _read = [];

    public SettingsMap(YamlValue value, string where, string source, List<SettingsProblem> problems)
    {
        (_where, _source, _problems) = (where, source, problems);
        _map = value as YamlMap ?? new YamlMap(value.Line, []);
        if (value is not YamlMap and not YamlScalar { Text: "" })
            Note(value.Line, $"{where} must hold keys and values");
        foreach (var twice in _map.Entries.GroupBy(e => e.Key.Text).Where(g => g.Count() > 1))
            Note(twice.Last().Key.Line, $"'{twice.Key}' stands twice in {where}");
    }

    public void Problem(string key, string message) => Note(Find(key)?.Line ?? _map.Line, message);

    public string Required(string key)
    {
        if (Text(key) is { Length: > 0 } text)
            return text;
        Note(_map.Line, $"{_where} needs '{key}'");
        return "";
    }

    public string? Text(string key)
    {
        if (Find(key) is not { } value)
            return null;
        if (value is YamlScalar scalar)
            return scalar.Text;
        Note(value.Line, $"'{key}' must be a single value");
        return null;
    }

    public IReadOnlyList<string> Keys => [.. _map.Entries.Select(e => e.Key.Text)];

    public bool? Flag(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (text is not ("true" or "false"))
            Problem(key, $"'{text}' is neither true nor false");
        return text == "true";
    }

    public SettingsMap? Map(string key) => Find(key) is { } value ? new SettingsMap(value, $"'{key}'", _source, _problems) : null;

    public List<SettingsMap> Maps(string key) => [.. Items(key).Select(item => new SettingsMap(item, $"an entry of '{key}'", _source, _problems))];

    public List<string> List(string key)
    {
        var texts = new List<string>();
        foreach (var item in Items(key))
            if (item is YamlScalar scalar)
                texts.Add(scalar.Text);
            else
                Note(item.Line, $"an entry of '{key}' must be a single value");
        return texts;
    }

    /// <summary>One value, or a list of them.</summary>
    public List<string> Words(string key) => Find(key) is YamlScalar { Text.Length: > 0 } one ? [one.Text] : List(key);

    public IEnumerable<(string Key, SettingsMap Map)> Entries() =>
        _map.Entries.DistinctBy(e => e.Key.Text).Select(e => (e.Key.Text, new SettingsMap(e.Value, $"'{e.Key.Text}'", _source, _problems)));

    /// <summary>Every entry as text; <paramref name="refuse"/> says what is wrong with a key, or returns null.</summary>
    public Dictionary<string, string> Texts(Func<string, string?> refuse)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in _map.Entries)
        {
            if (refuse(key.Text) is { } wrong)
                Note(key.Line, wrong);
            else if (value is YamlScalar scalar)
                texts[key.Text] = scalar.Text;
            else
                Note(value.Line, $"'{key.Text}' must be a single value");
        }
        return texts;
    }

    /// <summary>Reports every key that has not been read.</summary>
    public void RefuseOthers()
    {
        foreach (var (key, _) in _map.Entries)
            if (!_read.Contains(key.Text))
                Note(key.Line, $"unknown key '{key.Text}' in {_where}{NearestWord.Hint(key.Text, [.. _read])}");
    }

    private List<YamlValue> Items(string key)
    {
        switch (Find(key))
        {
            case null:
            case YamlScalar { Text: "" }:
                return [];
            case YamlList list:
                return list.Items;
            case var other:
                Note(other.Line, $"'{key}' must be a list");
                return [];
        }
    }

    private YamlValue? Find(string key)
    {
        _read.Add(key);
        return _map.Entries.FirstOrDefault(e => e.Key.Text == key).Value;
    }

    private void Note(int line, string message) => _problems.Add(new SettingsProblem(_source, line, message));
}
