using Whybot.Setup;

namespace Whybot.Cli;

/// <summary>Reads the service's settings and prints all that is wrong with them, each with what to do.</summary>
internal static class SettingsProblems
{
    /// <param name="problemsOf">Which settings matter.</param>
    /// <returns>Null when something is wrong; it has been printed.</returns>
    public static ServeSettings? Read(Func<ServeSettings, IEnumerable<string>> problemsOf)
    {
        try
        {
            var settings = Configuration.Settings();
            var problems = problemsOf(settings).ToList();
            foreach (var problem in problems)
                Console.Error.WriteLine($"whybot: {problem}");
            return problems.Count == 0 ? settings : null;
        }
        catch (InvalidOperationException unreadable)
        {
            Console.Error.WriteLine($"whybot: {unreadable.Message}{(unreadable.InnerException is { } why and not InvalidDataException ? $" {why.Message}" : "")}");
            return null;
        }
    }
}
