using Whybot.Analysis.Inputs.Changes;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>The words of a changed file, with how much each counts: its name, the headings of its hunks, changed lines of code and, less, lines around
/// them.</summary>
internal sealed class ChangeText
{
    private const double OfFileName = 8;
    private const double OfHeading = 0.5;
    private const double OfContext = 0.6;
    private const int MostLines = 5000;

    private readonly Dictionary<string, double> _words = new(StringComparer.Ordinal);

    public ChangeText(ChangedFile file, Patch patch)
        : this(file, patch.Hunks)
    {
    }

    /// <param name="hunks">Some of the file's.</param>
    public ChangeText(ChangedFile file, IReadOnlyList<Hunk> hunks)
    {
        Add(file.Path[(file.Path.LastIndexOf('/') + 1)..].Split('.')[0], OfFileName);
        var lines = 0;
        foreach (var hunk in hunks)
        {
            if (!hunk.Lines.Any(l => l[0] != ' ' && Patch.IsCode(l[1..])))
                continue;
            Add(hunk.Heading, OfHeading);
            foreach (var line in hunk.Lines)
                if (lines++ < MostLines && Patch.IsCode(line[1..]))
                    Add(line[1..], line[0] == ' ' ? OfContext : 1);
        }
        Length = _words.Values.Sum();
    }

    public IReadOnlyDictionary<string, double> Words => _words;
    public double Length { get; }

    private void Add(string text, double weight)
    {
        foreach (var word in NameWords.Of(text))
            _words[word] = _words.GetValueOrDefault(word) + weight;
    }
}
