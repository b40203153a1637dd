using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>A cause's words, in fields that are kept apart because they count differently.</summary>
internal sealed class FailureWords
{
    private const int MostTests = 12;
    private const int MostText = 4096;
    private const double OfSource = 0.5;

    public FailureWords(FaultText fault, IReadOnlyList<ReachedFrame> reached)
    {
        var tests = fault.Facts.Tests.DistinctBy(t => (t.ClassName, t.BaseName)).Take(MostTests).ToList();
        TestName = Once(tests.SelectMany(t => NameWords.Of(t.BaseName)));
        foreach (var word in NameWords.Of(Head(fault.Shown)).Distinct().Where(w => !Tokens.IsCommon(w)))
            TestName.TryAdd(word, OfSource);
        TestClass = Once(tests.SelectMany(TestedNames.Places).Distinct().SelectMany(NameWords.Of));
        // A word that a dumped value repeats says less each time.
        Message = NameWords.Of(Head(fault.Said)).Where(w => !Tokens.IsCommon(w)).GroupBy(w => w, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => 1.0 / g.Count(), StringComparer.Ordinal);
        Stack = reached.SelectMany(f => NameWords.Of($"{f.Frame.Function} {f.Stem}").Select(w => (Word: w, f.Nearness)))
            .Where(w => !Tokens.IsCommon(w.Word)).GroupBy(w => w.Word, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(w => w.Nearness), StringComparer.Ordinal);
    }

    public Dictionary<string, double> TestName { get; }
    public Dictionary<string, double> TestClass { get; }

    /// <summary>The messages, and what probes and the platform's log say.</summary>
    public Dictionary<string, double> Message { get; }

    /// <summary>Functions and files on the stack.</summary>
    public Dictionary<string, double> Stack { get; }

    private static Dictionary<string, double> Once(IEnumerable<string> words) =>
        words.Where(w => !Tokens.IsCommon(w)).Distinct().ToDictionary(w => w, _ => 1.0, StringComparer.Ordinal);

    private static string Head(string text) => text.Length <= MostText ? text : text[..MostText];
}
