namespace Whybot.Testing.Secrets;

/// <summary>A text with a secret in it.</summary>
/// <param name="Kind">Id of its kind.</param>
/// <param name="Place">What stands around the secret.</param>
/// <param name="Text">What is planted; of several lines for a block.</param>
/// <param name="Secret">The secret as whoever owns it writes it, before it was split or encoded.</param>
/// <param name="Needles">None of these may come out, in whatever encoding.</param>
public sealed record PlantedSecret(string Kind, string Place, Split Split, string Text, string Secret, IReadOnlyList<string> Needles);

/// <summary>What stands between the characters of a secret, or in their place.</summary>
public enum Split
{
    Plain,

    /// <summary>Colour codes of a terminal.</summary>
    Colours,

    /// <summary>Characters that nobody sees.</summary>
    ZeroWidth,

    /// <summary>It is part of a text in JSON.</summary>
    Json,

    /// <summary>It is part of a message in XML.</summary>
    Xml,

    /// <summary>Its marks are encoded as in a URL.</summary>
    Url,

    /// <summary>A line that was broken at a width.</summary>
    Wrapped,

    /// <summary>The same, with GitHub's time before each line.</summary>
    WrappedAndStamped,
}
