namespace Whybot.Analysis.Inputs.Settings;

/// <summary>One check of a service.</summary>
/// <param name="Kind">As in <see cref="ProbeSpec.Kind"/>.</param>
/// <param name="Target">A path below the service's URL, or host:port; its kind says which.</param>
public sealed record ProbeSettings(string Kind, string Target)
{
    private static readonly IReadOnlyDictionary<string, object> NoOptions = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>The longest time that the answer may take; null for no budget.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>What its kind takes besides, by the option's name; <see cref="Get"/> reads it.</summary>
    public IReadOnlyDictionary<string, object> Options { get; init; } = NoOptions;

    public T Get<T>(ProbeOption<T> option) => Options.TryGetValue(option.Name, out var value) ? (T)value : option.Absent;

    public ProbeSettings With<T>(ProbeOption<T> option, T value) => value is null ? this : With(option.Name, value);

    internal ProbeSettings With(string option, object value) =>
        this with { Options = new Dictionary<string, object>(Options, StringComparer.Ordinal) { [option] = value } };
}
