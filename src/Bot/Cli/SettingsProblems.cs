using Microsoft.Extensions.Options;
using Whybot.Hosts.Settings;
using Whybot.Setup;

namespace Whybot.Cli;

/// <summary>Says all that is wrong with the service's settings, each with what to do.</summary>
internal static class SettingsProblems
{
    /// <param name="needed">The sections that matter; what cannot be read at all is wrong in any of them.</param>
    /// <returns>Null when something is wrong; it has been printed.</returns>
    public static SettingsSource? Read(params IReadOnlyCollection<SettingsSection> needed) => Read(Configuration.Folder, needed);

    /// <param name="folder">Of the settings file.</param>
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

    /// <summary>What a check of all sections found; null where a failure is of another kind.</summary>
    public static IReadOnlyList<string>? Of(Exception failure) => failure switch
    {
        OptionsValidationException one => [.. one.Failures],
        AggregateException several when several.InnerExceptions.All(e => e is OptionsValidationException) => [.. several.InnerExceptions.SelectMany(e => Of(e)!)],
        _ => null,
    };

    /// <returns>Whether there was any.</returns>
    public static bool Print(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
            Console.Error.WriteLine($"whybot: {problem}");
        return problems.Count > 0;
    }
}
