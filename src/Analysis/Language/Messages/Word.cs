namespace Whybot.Analysis.Language.Messages;

/// <summary>What kind of word it is, which decides how well it tells failures apart.</summary>
internal enum WordKind
{
    /// <summary>A word of the language, or one found in any failure: <c>the</c>, <c>error</c>, <c>timeout</c>.</summary>
    Common,

    /// <summary>A time, a hash, an id: different each time.</summary>
    Volatile,

    /// <summary>A number.</summary>
    Figure,
    Plain,

    /// <summary>A type of error that is not generic.</summary>
    ErrorType,

    /// <summary>A file, by its name.</summary>
    File,

    /// <summary>snake_case, camelCase, or letters with digits.</summary>
    Identifier,

    /// <summary>A setting, UPPER_CASE.</summary>
    Setting,

    /// <summary>A host, host:port, an IP address.</summary>
    Address,
}

/// <summary>A word in a text.</summary>
/// <param name="Text">Normalised for comparison: in lower case; a file without its folders, a URL as its host.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">The position after its last character.</param>
internal readonly record struct Word(string Text, WordKind Kind, int Start, int End)
{
    /// <summary>It names one thing; a different word in its place means a different thing.</summary>
    public bool Identifies => Kind >= WordKind.ErrorType;

    /// <summary>Its weight before rarity. Fixed by reasoning: a name of one thing is worth several plain words, an address most.</summary>
    public double Weight => Kind switch
    {
        WordKind.Address => 4,
        WordKind.Setting => 3,
        WordKind.Identifier => 2.5,
        WordKind.ErrorType or WordKind.File => 2,
        WordKind.Plain => 1,
        WordKind.Figure => Text.Length >= 3 ? 0.5 : 0.2,
        WordKind.Common => 0.1,
        _ => 0,
    };
}
