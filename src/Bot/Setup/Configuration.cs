namespace Whybot.Setup;

/// <summary>Where settings come from: <c>appsettings.json</c> in the current folder, else beside the program; then environment variables.</summary>
internal static class Configuration
{
    /// <summary>Folder of the settings file.</summary>
    public static string Folder => File.Exists("appsettings.json") ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;

    public static IConfiguration Read() =>
        new ConfigurationBuilder().SetBasePath(Folder).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();

    /// <exception cref="InvalidOperationException">The file is no JSON, a key is not known, or a value cannot be read as what it must be; the
    /// message names it.</exception>
    public static ServeSettings Settings()
    {
        try
        {
            return Read().GetSection(ServeSettings.Section).Get<ServeSettings>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new ServeSettings();
        }
        catch (InvalidDataException broken)
        {
            throw new InvalidOperationException($"{Path.Combine(Folder, "appsettings.json")}: {broken.GetBaseException().Message}", broken);
        }
    }
}
