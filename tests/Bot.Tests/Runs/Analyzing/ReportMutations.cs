using System.Text.RegularExpressions;
using Whybot.Analysis.Causes.Claims;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Checking;
using Whybot.Analysis.Output.Reports;

namespace Whybot.Bot.Tests.Runs.Analyzing;

/// <summary>Falsifies one word of a finished report at a time: a number, a quotation, or a word like "all".</summary>
internal sealed partial class ReportMutations
{
    private static readonly string[] Quantifiers = ["all", "none", "no", "every", "some", "only", "never", "nothing", "each", "neither", "already", "most",
        "one"];

    private readonly Report _report;
    private readonly List<Place> _places = [];

    public ReportMutations(Report report)
    {
        _report = report;
        var sentence = 0;
        Visit(report, s =>
        {
            _places.AddRange(PlacesIn(s, sentence++));
            return s;
        });
    }

    public int Count => _places.Count;

    /// <summary>The report with the word at a place replaced by another, and what was done, in words.</summary>
    public (Report Report, string Told) At(int place, Random random)
    {
        var (sentence, path, start, length, kind) = _places[place];
        var (at, told) = (0, "");
        var mutated = Visit(_report, s =>
        {
            if (at++ != sentence)
                return s;
            var changed = Changed(s, path, text =>
            {
                var word = text.Substring(start, length);
                var other = Other(word, kind, random);
                told = $"\"{word}\" → \"{other}\" in: {s}";
                return text[..start] + other + text[(start + length)..];
            });
            return changed;
        });
        return (mutated, told);
    }

    private static Report Visit(Report report, Func<Prose, Prose?> visit) => new ReportSentences(visit).Of(report);

    /// <param name="Path">Index of the part, and of the part within its claim where it is one.</param>
    private sealed record Place(int Sentence, (int Part, int? Inner) Path, int Start, int Length, Prose.Kind Kind);

    private static IEnumerable<Place> PlacesIn(Prose sentence, int number)
    {
        for (var i = 0; i < sentence.Parts.Count; i++)
            if (sentence.Parts[i].Claim is { } claim)
                for (var j = 0; j < claim.Printed!.Parts.Count; j++)
                    foreach (var place in Words(claim.Printed.Parts[j], number, (i, j)))
                        yield return place;
            else
                foreach (var place in Words(sentence.Parts[i], number, (i, null)))
                    yield return place;
    }

    private static IEnumerable<Place> Words(Prose.Part part, int sentence, (int, int?) path)
    {
        if (part.Kind == Prose.Kind.Quoted)
            yield return new Place(sentence, path, 0, part.Text.Length, part.Kind);
        else if (part.Kind == Prose.Kind.Own)
            foreach (Match match in Word().Matches(part.Text))
                if (char.IsDigit(match.Value[0]) || Quantifiers.Contains(match.Value.ToLowerInvariant()))
                    yield return new Place(sentence, path, match.Index, match.Length, part.Kind);
    }

    private static string Other(string word, Prose.Kind kind, Random random)
    {
        if (kind == Prose.Kind.Quoted)
        {
            var at = random.Next(word.Length);
            return word[..at] + (word[at] == 'x' ? 'y' : 'x') + word[(at + 1)..];
        }
        if (int.TryParse(word, out var number))
            return $"{number + 1 + random.Next(9)}";
        var other = Quantifiers.Where(q => !string.Equals(q, word, StringComparison.OrdinalIgnoreCase)).ElementAt(random.Next(Quantifiers.Length - 1));
        return char.IsUpper(word[0]) ? char.ToUpperInvariant(other[0]) + other[1..] : other;
    }

    private static Prose Changed(Prose sentence, (int Part, int? Inner) path, Func<string, string> change)
    {
        var at = 0;
        return sentence.Replaced(part =>
        {
            if (at++ != path.Part)
                return part;
            if (path.Inner is not { } inner)
                return part with { Text = change(part.Text) };
            var claim = (Claim)part.Claim!;
            return part with { Claim = claim with { Printed = Changed(claim.Printed!, (inner, null), change) } };
        });
    }

    [GeneratedRegex(@"\d+|\b[A-Za-z]+\b", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
