using Whybot.Analysis.Inputs.Sources;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>How often files have each word, counted once for all causes.</summary>
internal sealed class SourceWords
{
    private readonly Dictionary<SourceFile, IReadOnlyDictionary<string, int>> _counts = [];

    public IReadOnlyDictionary<string, int> Of(SourceFile file) => _counts.TryGetValue(file, out var known) ? known
        : _counts[file] = file.Lines.SelectMany(NameWords.Of).CountBy(w => w, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
