using Whybot.Analysis.Inputs.Settings;
using Whybot.Features.Commands;
using Whybot.Features.Deployments.Probes;
using Whybot.Runs.RunFolders;

namespace Whybot.Hosts.Setup;

/// <summary>What a repository's settings may name in this program: its commands and its kinds of probes.</summary>
internal static class ProgramVocabulary
{
    public static RepositorySettingsFile Settings { get; } = new(new SettingsVocabulary(CommandRegistration.Catalogue, ProbeRegistration.Specs));
}
