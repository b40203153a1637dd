using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Inputs.Sources;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>Lines of a patch that changed together, one after the other.</summary>
/// <param name="First">Where they begin after the change, 1-based; if nothing was added, the line that follows what was taken away.</param>
/// <param name="Added">The added lines of code, in order.</param>
/// <param name="Removes">It also took lines of code away.</param>
/// <param name="Replaces">What it took away was where its first added line is, or nested below it.</param>
internal sealed partial record ChangedBlock(int First, IReadOnlyList<AddedLine> Added, bool Removes, bool Replaces)
{
    /// <summary>The last line, or the one before what was taken away.</summary>
    public int Last => Added.Count > 0 ? Added[^1].Number : First - 1;

    /// <summary>The blocks of a patch that have code; comments and blank lines are none.</summary>
    public static IReadOnlyList<ChangedBlock> Of(Patch patch) => [.. patch.Hunks.SelectMany(Of)];

    private static IEnumerable<ChangedBlock> Of(Hunk hunk)
    {
        var (line, lines) = (hunk.NewStart, hunk.Lines);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i][0] == ' ')
            {
                line++;
                continue;
            }
            var (first, removed, added) = (line, new List<string>(), new List<AddedLine>());
            for (; i < lines.Count && lines[i][0] != ' '; i++)
            {
                var text = lines[i][1..];
                if (IsCode(text) && lines[i][0] == '-')
                    removed.Add(text);
                else if (IsCode(text))
                    added.Add(new AddedLine(line, Indent(text), IsHead(text, i + 1 < lines.Count ? lines[i + 1][1..] : "")));
                line += lines[i][0] == '+' ? 1 : 0;
            }
            i--;
            if (removed.Count > 0 || added.Count > 0)
                yield return new ChangedBlock(first, added, removed.Count > 0, added.Count > 0 && removed.All(r => Indent(r) >= added[0].Indent));
        }
    }

    /// <summary>A bracket alone does nothing.</summary>
    private static bool IsCode(string line) => Patch.IsCode(line) && line.Any(char.IsLetterOrDigit);

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private static bool IsHead(string line, string next) => Alone().IsMatch(line) || Definition.NameIn(line, next) is not null;

    [GeneratedRegex(@"^[\s}]*(?:else|try|do|default|finally|ensure|begin)\s*[:{]?\s*$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Alone();
}

/// <param name="Number">After the change, 1-based.</param>
/// <param name="Indent">Characters in front of it.</param>
/// <param name="IsHead">It only begins a definition or a branch. Many tools do not measure such a line, or count when it was loaded: what matters is whether
/// the line after it was run.</param>
internal sealed record AddedLine(int Number, int Indent, bool IsHead);
