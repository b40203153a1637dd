using Microsoft.Extensions.Options;
using Whybot.Hosts.Settings;
using Whybot.Hosts.Setup;

namespace Whybot.Hosts.Cli;

/// <summary>Prints everything that is wrong with the service's settings, each with how to fix it.</summary>
internal static class SettingsProblems
{
    /// <param name="needed">The sections to check; keys that cannot be read at all are reported for any of them.</param>
    /// <returns>Null if something is wrong, which has then been printed.</returns>
    public static SettingsSource? Read(params IReadOnlyCollection<SettingsSection> needed) => Read(Configuration.Folder, needed);

    /// <param name="folder">The folder of the settings file.</param>
    /// <inheritdoc cref="Read(IReadOnlyCollection{SettingsSection})"/>
    public static SettingsSource? Read(string folder, params IReadOnlyCollection<SettingsSection> needed)
    {
        try
        {
            var settings = Configuration.Settings(folder);
            return Print(settings.Problems(needed)) ? null : settings;
        }
        catch (OptionsValidationException broken)
        {
            Print([.. broken.Failures]);
            return null;
        }
    }

    /// <summary>What a check of all sections found; null for any other kind of failure.</summary>
    public static IReadOnlyList<string>? Of(Exception failure) => failure switch
    {
        OptionsValidationException one => [.. one.Failures],
        AggregateException several when several.InnerExceptions.All(e => e is OptionsValidationException) =>
            [.. several.InnerExceptions.SelectMany(e => Of(e)!)],
        _ => null,
    };

    /// <returns>Whether there were any problems.</returns>
    public static bool Print(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
            Console.Error.WriteLine($"whybot: {problem}");
        return problems.Count > 0;
    }
}
