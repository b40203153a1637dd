using Whybot.Analysis.Settings;
using Whybot.Commands;
using Whybot.Probes;

namespace Whybot.Setup;

/// <summary>Reads a repository's settings with the commands and the kinds of probes that this program has.</summary>
internal static class RepositorySettingsFile
{
    private static readonly SettingsVocabulary Vocabulary = new(CommandRegistration.Catalogue, ProbeRegistration.Specs);

    /// <param name="source">The file's name, for the problems.</param>
    public static SettingsReading Read(string text, string source) => SettingsReader.Read(text, source, Vocabulary);
}
