using Microsoft.Extensions.Options;

namespace Whybot.Hosts.Settings;

/// <summary>A section of the settings.</summary>
/// <param name="Name">Below <c>Whybot</c>; empty for the keys of <c>Whybot</c> itself.</param>
/// <param name="Type">The class that it is read into; its settable properties are the keys.</param>
internal abstract record SettingsSection(string Name, Type Type)
{
    public const string Root = "Whybot";

    /// <summary>The section's path in the configuration.</summary>
    public string Path => Name.Length == 0 ? Root : $"{Root}:{Name}";

    /// <summary>Everything that is wrong with it, each as <c>KEY: what; what to do</c>.</summary>
    public abstract IReadOnlyList<string> Problems(SettingsSource settings);

    /// <summary>Registers it as options that are checked when the host starts, and also as the object itself.</summary>
    public abstract void AddTo(IServiceCollection services, SettingsSource settings);
}

/// <inheritdoc/>
/// <param name="WrongWith">What is wrong with a section that could be read.</param>
internal sealed record SettingsSection<T>(string Name, Func<T, SettingsSource, IEnumerable<string>> WrongWith) : SettingsSection(Name, typeof(T))
    where T : class, new()
{
    /// <summary>The section's values; those that were not given, or that cannot be read, have their defaults.</summary>
    public T Read(SettingsSource settings) => Given(settings).Get<T>() ?? new T();

    public override IReadOnlyList<string> Problems(SettingsSource settings) => Problems(Read(settings), settings);

    public override void AddTo(IServiceCollection services, SettingsSource settings)
    {
        var options = services.AddOptions<T>().ValidateOnStart();
        // Binding an empty section takes as long as binding a full one, and most are empty.
        if (Given(settings) is var given && given.Exists())
            options.Bind(given);
        // Through the monitor, which keeps what was checked at startup; IOptions would bind and check it again.
        services.AddSingleton<IValidateOptions<T>>(new Validator(this, settings)).AddSingleton(s => s.GetRequiredService<IOptionsMonitor<T>>().CurrentValue);
    }

    private IConfigurationSection Given(SettingsSource settings) => settings.Readable.GetSection(Path);

    private IReadOnlyList<string> Problems(T read, SettingsSource settings) =>
        [.. settings.UnreadableIn(this), .. WrongWith(read, settings).Select(SettingsSource.WithoutSecrets)];

    private sealed class Validator(SettingsSection<T> section, SettingsSource settings) : IValidateOptions<T>
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            section.Problems(options, settings) is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
