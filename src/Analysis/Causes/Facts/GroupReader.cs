using System.Text.RegularExpressions;
using Whybot.Analysis.Causes.Mechanisms;
using Whybot.Analysis.Inputs;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Inputs.Signatures;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Causes.Facts;

/// <summary>Collects what was said about one group of failures. When many tests say the same, only a few of them are read.</summary>
internal sealed partial class GroupReader(Incident incident, LogCorrelation correlation)
{
    private const int MaxSpeakers = 12;
    private const int MaxLinesPerTest = 40;

    private readonly SuiteLookup _suites = new(incident.Settings);
    private readonly Dictionary<string, (JobLog Log, IReadOnlyList<LogLine> Lines)> _sections = incident.JobLogs
        .SelectMany(log => log.Sections.Select(s => (s.Key, Value: (log, s.Value))))
        .GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.First().Value);

    public GroupFacts Read(FailureGroup group)
    {
        var speakers = group.Tests.DistinctBy(t => t.Failure!.Message).Take(MaxSpeakers)
            .Concat(group.Tests.DistinctBy(t => (t.ClassName, t.BaseName)).Take(MaxSpeakers)).Distinct().ToList();
        var statements = speakers.SelectMany(Statements).DistinctBy(s => (s.Speaker, s.Words)).ToList();
        var symptom = Symptom(speakers, [.. statements.Where(s => s.Speaker == Speaker.Test).Select(s => s.Words)]);
        var events = Nearest(correlation.During(group, symptom), group, statements);
        statements.AddRange(events.Select(e => new Statement(Speaker.Platform, e.Words, e.Citation)));
        return new GroupFacts
        {
            Groups = [group],
            Statements = statements,
            Events = events,
            Frames = [.. speakers.SelectMany(t => StackFrames.Of(t.Failure!.Text).Where(f => !f.Frame.Library)
                    .Select(f => f.Frame with { Path = _suites.InRepository(t, f.Frame.Path) }))
                .Concat(speakers.SelectMany(Places))
                .Concat(events.SelectMany(e => e.Frames).Where(f => !f.Library)).Distinct()],
            Symptom = symptom,
        };
    }

    /// <summary>Runners of C, C++ and Rust print a place instead of a stack.</summary>
    private static IReadOnlyList<StackFrame> Places(TestCase test) => test.Scope == TestScope.Job ? JobPlaces.Of(test)
        : StackFrames.Of(test.Failure!.Text).Any() ? [] : SourcePlaces.In(test.Failure.Text);

    /// <summary>
    /// All words of a test are about one failure, so the most specific kind is meant. The lines of a job may be about several: the first one that shows a kind
    /// decides, because the one that says why comes first.
    /// </summary>
    private static Mechanism Symptom(IReadOnlyList<TestCase> speakers, IReadOnlyList<string> words)
    {
        var whole = MechanismCatalogue.Of([.. speakers.Select(t => t.Failure!.Message), .. words]);
        if (speakers.Any(t => t.Scope != TestScope.Job))
            return whole;
        var first = words.Select(MechanismCatalogue.Of).FirstOrDefault(m => !m.IsVague) ?? whole;
        // A package manager says first that it has no version, and below that it could not ask for one.
        return first.Id == "package-not-resolved" && whole.Transient == Transience.Always ? whole : first;
    }

    /// <summary>
    /// Suites run one after another, and their times are coarse. When several kinds of errors were logged around that time, the ones that share a word with the
    /// test (its name, its suite, the lines it failed on) belong to it.
    /// </summary>
    private static IReadOnlyList<LogEvent> Nearest(IReadOnlyList<LogEvent> events, FailureGroup group, IReadOnlyList<Statement> statements)
    {
        if (events.Count < 2)
            return events;
        var words = statements.Select(s => s.Words).Concat(group.Tests.SelectMany(t => new[] { t.Name, t.Suite })).SelectMany(Words).ToHashSet();
        var near = events.Where(e => Words(e.Words).Any(words.Contains)).ToList();
        return near.Count > 0 ? near : events;
    }

    private static IEnumerable<string> Words(string text) => Tokens.Of(text).Keys.SelectMany(NameParts.Of).Where(w => w.Length >= 4 && !Tokens.IsCommon(w));

    private IEnumerable<Statement> Statements(TestCase test)
    {
        var failure = test.Failure!;
        foreach (var line in Lines(failure.Message).Take(MaxLinesPerTest))
            yield return new Statement(Speaker.Test, line, Citation.OfLines(test.Source, failure.Line, failure.EndLine, line));
        foreach (var statement in InText(test, failure))
            yield return statement;
        if (_sections.TryGetValue(test.Name, out var section))
            foreach (var line in Executed(section.Lines))
                yield return new Statement(Speaker.Source, CodeFrame().Replace(line.Text, ""),
                    Citation.OfLines(section.Log.Source, line.Number, line.Number, CodeFrame().Replace(line.Text, "")));
    }

    /// <summary>From the source that a runner shows around a failure, the failing line and the lines before it; later lines did not run.</summary>
    private static IEnumerable<LogLine> Executed(IReadOnlyList<LogLine> section)
    {
        var frame = section.Where(l => CodeFrame().IsMatch(l.Text)).ToList();
        return frame.Take(frame.FindIndex(l => l.Text.TrimStart().StartsWith('>')) + 1);
    }

    /// <summary>pytest marks errors with <c>E</c> and the line that raised one with <c>&gt;</c>; other lines between frames are source.</summary>
    private static IEnumerable<Statement> InText(TestCase test, Failure failure)
    {
        var lines = failure.Text.Split('\n');
        var errors = lines.Where(l => l.StartsWith("E   ", StringComparison.Ordinal)).Select(l => l[4..].Trim())
            .Where(l => l.Length > 0 && ErrorTypes.Of(l) is not null);
        foreach (var line in errors.Take(MaxLinesPerTest))
            yield return new Statement(Speaker.Test, line, Citation.OfLines(test.Source, failure.Line, failure.EndLine, line));
        foreach (var line in lines.Where(l => l.StartsWith(">   ", StringComparison.Ordinal)).Select(l => l[1..].Trim()).Where(l => l.Length > 0)
            .Take(MaxLinesPerTest))
            yield return new Statement(Speaker.Source, line, Citation.OfLines(test.Source, failure.Line, failure.EndLine, line));
        foreach (var (frame, index) in StackFrames.Of(failure.Text))
            if (!frame.Library && index + 1 < lines.Length && lines[index + 1].StartsWith("    ", StringComparison.Ordinal)
                && StackFrames.Parse(lines[index + 1]) is null)
                yield return new Statement(Speaker.Source, lines[index + 1].Trim(),
                    Citation.OfLines(test.Source, failure.Line, failure.EndLine, lines[index + 1].Trim()));
    }

    /// <summary>The message's lines, trimmed, without empty ones.</summary>
    private static IEnumerable<string> Lines(string message) => message.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);

    [GeneratedRegex(@"^\s*(?:>\s*)?\d+ \|\s?", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex CodeFrame();
}
