using System.Diagnostics.CodeAnalysis;

namespace Whybot.Analysis.Evidence;

/// <summary>The stored bytes, read again on each call; what <see cref="CitationChecker"/> holds every claim against.</summary>
public interface IEvidence
{
    /// <summary>Reads lines <paramref name="first"/> to <paramref name="last"/> (from 1, inclusive), joined by line feeds.</summary>
    /// <returns>False when the source is absent, outside the folder, or has fewer lines.</returns>
    bool TryReadLines(string source, int first, int last, [NotNullWhen(true)] out string? text);

    /// <summary>Reads the JSON value at <paramref name="pointer"/>: a string as it is, anything else as JSON text.</summary>
    bool TryReadJson(string source, string pointer, [NotNullWhen(true)] out string? value);

    /// <summary>The numbers of the lines on which each of the words stands as it is, in rising order, found in one pass.</summary>
    /// <returns>A list for each of the words; null where the source is absent or cannot be searched byte by byte.</returns>
    IReadOnlyList<IReadOnlyList<int>>? LinesWith(string source, IReadOnlyList<string> words) => null;
}
