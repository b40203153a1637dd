using System.Diagnostics.CodeAnalysis;

namespace Whybot.Analysis.Inputs.Evidence;

/// <summary>The stored bytes, read again on each call; <see cref="CitationChecker"/> checks every claim against them.</summary>
public interface IEvidence
{
    /// <summary>Reads lines <paramref name="first"/> to <paramref name="last"/> (1-based, inclusive), joined by line feeds.</summary>
    /// <returns>False when the source is absent, outside the folder, or has fewer lines.</returns>
    bool TryReadLines(string source, int first, int last, [NotNullWhen(true)] out string? text);

    /// <summary>Reads the JSON value at <paramref name="pointer"/>: a string as it is, anything else as JSON text.</summary>
    bool TryReadJson(string source, string pointer, [NotNullWhen(true)] out string? value);

    /// <summary>The numbers of the lines that contain each of the words exactly, in ascending order, found in one pass.</summary>
    /// <returns>A list for each of the words; null if the source is missing or cannot be searched byte by byte.</returns>
    IReadOnlyList<IReadOnlyList<int>>? LinesWith(string source, IReadOnlyList<string> words) => null;
}
