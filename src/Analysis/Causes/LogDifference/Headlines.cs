using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results.Console;

namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>How much a line says about the cause.</summary>
internal enum Strength
{
    None = -1,

    /// <summary>Something failed because something else did.</summary>
    Consequence,

    /// <summary>It is new, and says nothing about a failure; the job failed directly after it.</summary>
    Plain,

    /// <summary>A build tool's last word, which repeats what others said.</summary>
    Summary,

    /// <summary>It mentions something that went wrong, or its tool marked it as an error.</summary>
    Mention,

    /// <summary>It names an error, or the place of one in a source.</summary>
    Named,

    /// <summary>A tool that is known says what is wrong.</summary>
    Known,
}

/// <summary>Judges how much lines say about the cause.</summary>
internal static class Headlines
{
    private static readonly LinePattern Summary = new(" ",
        @"^(\[ERROR\] )?Failed to execute goal |^g?make(\[\d+\])?: \*\*\* |^\S+ test(s|cases?) failed\b|^\d{1,7} tests? (failed|completed), ");

    /// <summary><c>src/cart.py:12</c>, <c>Cart.java:[12,4]</c>, <c>Cart.cs(12,4)</c>.</summary>
    private static readonly LinePattern Place = new(".", @"^(\[\w+\] )?\S+\.\w{1,6}(:\d+|:\[\d+|\(\d+)");

    public static Strength Of(string text, LineKind kind)
    {
        if (kind == LineKind.Consequence)
            return Strength.Consequence;
        if (Summary.Find(text) is not null)
            return Strength.Summary;
        foreach (var rule in ErrorRule.All)
            if (rule.IsSaidBy(text))
                return Strength.Known;
        return JobNoise.IsError(text) || Place.Find(text) is not null ? Strength.Named : Strength.Mention;
    }
}
