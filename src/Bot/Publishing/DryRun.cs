using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>What would be written on GitHub, for standard output.</summary>
internal static class DryRun
{
    public static string Text(Effect effect, EffectDescription described) => $"== dry run, {effect.RepositoryName}: {described.Line}\n{described.Body}";
}
