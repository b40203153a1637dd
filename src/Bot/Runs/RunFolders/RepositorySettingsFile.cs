using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Runs.RunFolders;

/// <summary>Reads a repository's settings with the commands and the kinds of probes that this program has.</summary>
internal sealed class RepositorySettingsFile(SettingsVocabulary vocabulary)
{
    /// <param name="source">The file's name, for the problems.</param>
    public SettingsReading Read(string text, string source) => SettingsReader.Read(text, source, vocabulary);
}
