using Microsoft.Extensions.Options;
using Whybot.Hosts.Settings;

namespace Whybot.Hosts.Setup;

/// <summary>Where settings come from: <c>appsettings.json</c> in the current folder, or else next to the program; then environment variables.</summary>
internal static class Configuration
{
    /// <summary>Folder of the settings file.</summary>
    public static string Folder => File.Exists("appsettings.json") ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;

    /// <exception cref="OptionsValidationException">The file is not JSON. <see cref="SettingsSource.Problems"/> finds everything else that is
    /// wrong.</exception>
    public static SettingsSource Settings() => Settings(Folder);

    /// <param name="folder">The folder of the settings file.</param>
    /// <exception cref="OptionsValidationException">As above.</exception>
    public static SettingsSource Settings(string folder)
    {
        var file = Path.Combine(folder, "appsettings.json");
        try
        {
            return new SettingsSource(new ConfigurationBuilder().AddJsonFile(file, optional: true).AddEnvironmentVariables().Build());
        }
        catch (InvalidDataException broken)
        {
            throw new OptionsValidationException("", typeof(SettingsSource), [$"{file}: {broken.GetBaseException().Message}"]);
        }
    }
}
