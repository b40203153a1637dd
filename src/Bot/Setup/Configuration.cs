namespace Whybot.Setup;

/// <summary>Where settings come from: <c>appsettings.json</c> in the current folder, else beside the program; then environment variables.</summary>
internal static class Configuration
{
    /// <summary>Folder of the settings file.</summary>
    public static string Folder => File.Exists("appsettings.json") ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;

    public static IConfiguration Read() => new ConfigurationBuilder().SetBasePath(Folder).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();

    /// <exception cref="InvalidOperationException">A value cannot be read as what it must be; the message names its key.</exception>
    public static ServeSettings SettingsOf(IConfiguration configuration) => configuration.GetSection(ServeSettings.Section).Get<ServeSettings>() ?? new ServeSettings();
}
