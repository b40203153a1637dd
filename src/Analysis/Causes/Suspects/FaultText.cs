using System.Text.RegularExpressions;
using Whybot.Analysis.Causes.Facts;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>A cluster's text, prepared for comparing it with many changes.</summary>
internal sealed partial class FaultText
{
    public FaultText(GroupFacts facts, Mechanism mechanism, bool environmental)
    {
        (Facts, Mechanism, Environmental) = (facts, mechanism, environmental);
        var logged = facts.Said(Speaker.Platform).Select(s => ErrorTypes.From(s.Words)).ToList();
        Said = string.Join('\n', facts.Said(Speaker.Test, Speaker.Probe).Select(s => ObjectDumps.Without(s.Words)).Concat(logged));
        Shown = string.Join('\n', facts.Said(Speaker.Source).Select(s => s.Words));
        SaidTerms = Tokens.Of(Said);
        ShownTerms = Tokens.Of(Shown);
        Deeper = facts.Events.Any(e => e.Exception is not null || MechanismCatalogue.Of(e.Words) != Mechanism.Unknown) ? Tokens.Of(string.Join('\n', logged))
            : null;
        Members = [.. Member().Matches(Shown).Select(m => m.Groups["name"].Value)];
        Words = [.. SaidTerms.Keys.SelectMany(NameParts.Of).Concat(facts.Tests.SelectMany(t => NameParts.Of(t.BaseName)))
            .Concat(facts.Tests.SelectMany(t => NameParts.Of(t.Suite)))];
    }

    public GroupFacts Facts { get; }
    public Mechanism Mechanism { get; }

    /// <summary>A dependency is down or slow: only a change of its address or setting can explain that.</summary>
    public bool Environmental { get; }

    /// <summary>Error messages, log and probes; without the insides of an object, which the error shows but is not about.</summary>
    public string Said { get; }

    /// <summary>Source lines of the tests.</summary>
    public string Shown { get; }
    public IReadOnlyDictionary<string, Term> SaidTerms { get; }
    public IReadOnlyDictionary<string, Term> ShownTerms { get; }

    /// <summary>The terms in the platform's log, if it shows what is behind the tests' failures.</summary>
    public IReadOnlyDictionary<string, Term>? Deeper { get; }

    /// <summary>Names of members and keys that the failing lines of the tests read.</summary>
    public HashSet<string> Members { get; }

    /// <summary>Functions that the error says were called with other arguments than they take.</summary>
    public IReadOnlyList<string> Misfits => field ??= ChangedCall.Named(Said);

    /// <summary>The lower-case parts of all names, for comparing modules by name.</summary>
    public HashSet<string> Words { get; }

    [GeneratedRegex("""\.(?<name>[A-Za-z_]\w*)\b(?!\s*\()|\[["'](?<name>\w+)["']\]""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Member();
}
