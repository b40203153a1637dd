namespace Whybot.Analysis.Inputs.Commands;

/// <summary>A command as described to people; help, documentation and usage are generated from this.</summary>
/// <param name="Name">Without the slash.</param>
/// <param name="Arguments">As shown in the usage line; empty for none.</param>
/// <param name="What">One sentence.</param>
/// <param name="Level">The lowest level that may use it.</param>
/// <param name="Examples">Complete commands.</param>
public sealed record CommandSpec(string Name, string Arguments, string What, CommandLevel Level, IReadOnlyList<string> Examples)
{
    /// <summary>Whether a check run with failures names it, among the few that its readers need most.</summary>
    public bool OnChecks { get; init; }

    public string Usage => Arguments.Length == 0 ? $"/{Name}" : $"/{Name} {Arguments}";
}
