using Whybot.Analysis.Inputs.Logs;

namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>A block of new lines, and how much it says.</summary>
/// <param name="Speaks">It speaks of an error; otherwise it only says that something failed.</param>
internal sealed record FoundBlock(LogBlock Block, bool Speaks, Strength Strength)
{
    public int First => Block.First;
    public int Last => Block.Last;
}
