using Microsoft.Extensions.Options;

namespace Whybot.Hosts.Settings;

/// <summary>A section of the settings.</summary>
/// <param name="Name">Below <c>Whybot</c>; empty for the keys of <c>Whybot</c> itself.</param>
/// <param name="Type">The class that it is read into; its properties that can be set are the keys.</param>
internal abstract record SettingsSection(string Name, Type Type)
{
    public const string Root = "Whybot";

    /// <summary>As configuration names it.</summary>
    public string Path => Name.Length == 0 ? Root : $"{Root}:{Name}";

    /// <summary>All that is wrong with it, each as <c>KEY: what; what to do</c>.</summary>
    public abstract IReadOnlyList<string> Problems(SettingsSource settings);

    /// <summary>Registers it as options that are checked when the host starts, and as the object itself for whoever takes that.</summary>
    public abstract void AddTo(IServiceCollection services, SettingsSource settings);
}

/// <inheritdoc/>
/// <param name="WrongWith">What is wrong with a section that could be read.</param>
internal sealed record SettingsSection<T>(string Name, Func<T, SettingsSource, IEnumerable<string>> WrongWith) : SettingsSection(Name, typeof(T))
    where T : class, new()
{
    /// <summary>What was given; what was not, or cannot be read, is at its default.</summary>
    public T Read(SettingsSource settings) => Given(settings).Get<T>() ?? new T();

    public override IReadOnlyList<string> Problems(SettingsSource settings) => Problems(Read(settings), settings);

    public override void AddTo(IServiceCollection services, SettingsSource settings)
    {
        var options = services.AddOptions<T>().ValidateOnStart();
        // To bind a section in which nothing is given takes as long as to bind a full one, and most are empty.
        if (Given(settings) is var given && given.Exists())
            options.Bind(given);
        // By the monitor, which holds what was checked at the start; IOptions would bind and check it again.
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
