using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Redaction;

namespace Whybot.Analysis.Inputs.Evidence;

/// <summary>A place in stored evidence and the words found there.</summary>
/// <param name="Source">Path relative to the incident's folder, with '/' between its parts; never outside the folder.</param>
/// <param name="Line">First line, 1-based; null when <paramref name="Pointer"/> is set.</param>
/// <param name="EndLine">Last line, inclusive; null when <paramref name="Pointer"/> is set.</param>
/// <param name="Pointer">JSON pointer (RFC 6901) into a JSON source; null for a place by lines.</param>
/// <param name="Excerpt">The words, exactly as found there (in a result file, after undoing XML or JSON escapes). Contains no secret.</param>
public sealed partial record Citation(string Source, int? Line, int? EndLine, string? Pointer, string Excerpt)
{
    /// <summary>All of its lines are the evidence, and the words are on one of them; otherwise the place is narrowed to the words.</summary>
    public bool Whole { get; init; }

    /// <summary>Cites lines of a text source; the words are made safe to show by <see cref="Excerpts.Quote"/>.</summary>
    public static Citation OfLines(string source, int line, int endLine, string words) =>
        new(source, line, endLine, null, Excerpts.Quote(words));

    /// <summary>Cites a block of lines of a text source as a whole.</summary>
    /// <param name="words">One of the lines.</param>
    public static Citation OfBlock(string source, int line, int endLine, string words) => OfLines(source, line, endLine, words) with { Whole = true };

    /// <summary>Cites one value of a JSON source.</summary>
    public static Citation OfJson(string source, string pointer, string words) =>
        new(source, null, null, pointer, Excerpts.Quote(words));

    /// <summary>The place in words, for example <c>logs/gateway.log:12</c>.</summary>
    public string Place => Pointer is null ? $"{Source}:{Line}" : $"{Source}#{Pointer}";

    /// <summary>The place for people: without the repository part of GitHub paths, and with commits shortened to eight digits.</summary>
    public string ShortPlace => Sha().Replace(Repository().Replace(Place, ""), "$1");

    [GeneratedRegex("^github/repos/[^/]+/[^/]+/", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Repository();

    [GeneratedRegex(@"\b([0-9a-f]{8})[0-9a-f]{32}\b", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Sha();
}
