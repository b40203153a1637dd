using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Text;
using Whybot.Hosts.Setup;

namespace Whybot.Hosts.Cli;

/// <summary>Reads the repository settings file that a command was given, and prints everything that is wrong with it.</summary>
internal static class SettingsFile
{
    /// <returns>Null if something is wrong, which has then been printed.</returns>
    public static SettingsReading? Read(string file)
    {
        try
        {
            var reading = ProgramVocabulary.Settings.Read(File.ReadAllText(file), file);
            foreach (var problem in reading.Problems)
                Console.Error.WriteLine($"whybot: {SafeText.OneLine(problem.ToString(), 400)}");
            return reading.Problems.Count == 0 ? reading : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"whybot: {file}: {failure.Message}");
            return null;
        }
    }
}
