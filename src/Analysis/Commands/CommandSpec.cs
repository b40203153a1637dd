namespace Whybot.Analysis.Commands;

/// <summary>A command as people are told of it; help, documentation and usage are made of this.</summary>
/// <param name="Name">Without the slash.</param>
/// <param name="Arguments">As usage shows them; empty for none.</param>
/// <param name="What">One sentence.</param>
/// <param name="Level">Who may use it, at least.</param>
/// <param name="Examples">Whole commands.</param>
public sealed record CommandSpec(string Name, string Arguments, string What, CommandLevel Level, IReadOnlyList<string> Examples)
{
    public string Usage => Arguments.Length == 0 ? $"/{Name}" : $"/{Name} {Arguments}";
}
