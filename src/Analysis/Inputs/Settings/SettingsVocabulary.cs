using Whybot.Analysis.Inputs.Commands;

namespace Whybot.Analysis.Inputs.Settings;

/// <summary>What a repository's settings may name and the program defines elsewhere.</summary>
/// <param name="Probes">The kinds of probes.</param>
public sealed record SettingsVocabulary(CommandCatalogue Commands, IReadOnlyList<ProbeSpec> Probes);
