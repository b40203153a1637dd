using System.Buffers;
using Whybot.Analysis.Inputs.Logs;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Redaction;

namespace Whybot.Analysis.Inputs.Results.Console;

/// <summary>
/// What a job without known test output says about its failure: the lines it marked with <c>##[error]</c>. If such a line only says that a process ended badly,
/// the process's own output gives the reason: lines of a known tool first, then what a build names as its reason, then the last lines that mention an error.
/// </summary>
internal sealed partial class JobErrors(string source, string suite)
{
    private const int LastLines = 40;
    private const int MostTold = 12;
    private const int MostErrors = 5;
    private const int MostSaid = 400;
    private const int MostBelow = 3;

    /// <summary>Lines of one tool that are further apart were printed by two of its runs.</summary>
    private const int Apart = 150;

    private const string Command = "##[";
    private const string Group = "##[group]";
    private const string EndGroup = "##[endgroup]";
    private const string Run = "Run ";
    private const string Reason = "* What went wrong:";
    private const string Branch = "[Pipeline] { (Branch: ";

    /// <summary>rustc prints the place below its message; it is no part of what the message says.</summary>
    private const string PlaceBelow = "--> ";
    private const string Cleanup = "Post job cleanup.";

    /// <summary>So near to the end of the last step, an error was probably not one that the step got over.</summary>
    private const int Final = 10;
    private const int MostOfStep = 80;

    private static readonly SearchValues<string> Said = SearchValues.Create([.. ErrorRule.All.Select(r => r.Needs)], StringComparison.Ordinal);

    /// <summary>Compilers say more than the build that ran them; the build's reason says more than the rest.</summary>
    private static readonly int RankOfReasons = Rank("Gradle");

    /// <summary>The last lines as written in the log; nearly all of them are never needed.</summary>
    private readonly Queue<(int Number, string Stamped)> _before = new();

    /// <summary>Lines of the step in which a known tool says what is wrong, with the position of its rule.</summary>
    private readonly List<Saying> _said = [];
    private readonly List<LogLine> _reason = [];
    private readonly List<(string Job, string Step, ConsoleSection Section, bool Tells)> _errors = [];
    private readonly List<string> _branches = [];
    private ConsoleSection? _ended;
    private ConsoleSection? _final;
    private bool _over;
    private string _step = "";

    /// <summary>The job of the current line, in a log of several jobs; otherwise the log's.</summary>
    private string _job = suite;

    /// <summary>A step's command, its shell and its environment are in its header, and are forgotten at its end; some systems leave out the end.</summary>
    private bool _inHeader;
    private bool _reasons;

    private sealed record Saying(int Rank, LogLine Line)
    {
        /// <summary>Indented lines directly below it: <c>symbol: class Cart</c>.</summary>
        public List<LogLine> Below { get; } = [];
    }

    /// <summary>A line without any of these is only remembered.</summary>
    public static IEnumerable<string> Needles => ErrorRule.All.Select(r => r.Needs).Concat(Ends.Select(e => e.Needs))
        .Concat([Command, Reason, Branch, Cleanup, JobSteps.Tidying]);

    /// <summary>How systems without <c>##[error]</c> say that a step, or the job, failed.</summary>
    private static IEnumerable<EndRule> Ends => EndRule.All.Where(IsFailure);

    private static bool IsFailure(EndRule rule) => rule is { State: JobState.Failed, By: EndWeight.Job or EndWeight.Step };

    /// <summary>Takes a line that has none of the <see cref="Needles"/>.</summary>
    /// <param name="bare">The line without its stamp.</param>
    public void Remember(int number, string stamped, ReadOnlySpan<char> bare)
    {
        if (bare.IsWhiteSpace())
        {
            _reasons &= _reason.Count == 0;
            return;
        }
        if (_before.Count == LastLines)
            _before.Dequeue();
        _before.Enqueue((number, stamped));
        if (_reasons && _reason.Count < MostTold)
            _reason.Add(new LogLine(number, JobLogScanner.Bare(stamped)));
        if (_said.Count > 0 && _said[^1] is { Below.Count: < MostBelow } said && number == said.Line.Number + said.Below.Count + 1
            && char.IsWhiteSpace(bare[0]))
            said.Below.Add(new LogLine(number, JobLogScanner.Bare(stamped)));
    }

    /// <param name="line">The line without its stamp.</param>
    public void Feed(LogLine line, string stamped)
    {
        Of(LogPrefix.Of(stamped).Job(stamped));
        if (!line.Text.StartsWith("##[error]", StringComparison.Ordinal))
        {
            Before(line, stamped);
            return;
        }
        var words = line.Text["##[error]".Length..];
        if (JobEndMarks.IsFromOutside(words))
            return;
        var tells = !JobNoise.IsConsequence(words) && !JobNoise.IsNoise(words);
        _errors.Add((_job, _step, Section(line, words, tells ? [] : Why()), tells));
        Forget();
    }

    private void Of(ReadOnlySpan<char> job)
    {
        if (job.Length == 0 || job.SequenceEqual(_job))
            return;
        (_job, _step) = (job.ToString(), "");
        Forget();
    }

    private static ConsoleSection Section(LogLine line, string words, List<LogLine> lines)
    {
        var section = new ConsoleSection(words, lines.Count > 0 ? lines[0].Number : line.Number);
        foreach (var why in lines)
            section.Add(why);
        section.Add(new LogLine(line.Number, words));
        return section;
    }

    /// <summary>What comes after the first failed step follows from it.</summary>
    private bool Failed(LogLine line)
    {
        foreach (var rule in EndRule.Index.Candidates(line.Text))
            if (IsFailure(EndRule.All[rule]) && EndRule.All[rule].Find(line.Text) is not null)
            {
                _ended ??= Section(line, line.Text, Why());
                return true;
            }
        return false;
    }

    private void Before(LogLine line, string stamped)
    {
        if (line.Text.StartsWith(Group, StringComparison.Ordinal))
            Begin(line.Text[Group.Length..]);
        else if (line.Text.StartsWith(EndGroup, StringComparison.Ordinal) && _inHeader)
            Forget();
        if (line.Text.StartsWith(Branch, StringComparison.Ordinal) && _branches.Count < MostSaid)
            _branches.Add($"[{line.Text[Branch.Length..].TrimEnd(')')}] ");
        if (!_over && (line.Text == Cleanup || JobSteps.IsTidying(line.Text)))
            (_over, _final) = (true, AtEnd());
        if (line.Text.StartsWith(Command, StringComparison.Ordinal) || Failed(line))
            return;
        _reasons = line.Text == Reason || (_reasons && !line.Text.StartsWith("* ", StringComparison.Ordinal));
        if (line.Text == Reason)
        {
            _reason.Clear();
            return;
        }
        Remember(line.Number, stamped, line.Text);
        if (_said.Count >= MostSaid || !line.Text.AsSpan().ContainsAny(Said) || JobNoise.IsConsequence(line.Text))
            return;
        for (var rank = 0; rank < ErrorRule.All.Count; rank++)
            if (ErrorRule.All[rank].IsSaidBy(line.Text))
            {
                _said.Add(new Saying(rank, line));
                return;
            }
    }

    /// <summary>The error with which the last step ends; null for none.</summary>
    private ConsoleSection? AtEnd()
    {
        var said = _before.TakeLast(Final).Select(b => new LogLine(b.Number, JobLogScanner.Bare(b.Stamped)))
            .Where(l => JobNoise.IsError(l.Text) && !JobNoise.IsNoise(l.Text) && !JobNoise.IsConsequence(l.Text)).ToList();
        if (said.Count == 0)
            return null;
        var section = new ConsoleSection("it ends with an error", said[0].Number);
        foreach (var line in said)
            section.Add(line);
        return section;
    }

    /// <summary>
    /// The error with which a job's last step ends, of a log that does not say how the job ended: some logs have lost their marks. It is only a doubt.
    /// </summary>
    public TestCase? Doubt() => _errors.Count > 0 || _ended is not null || _final is not { } final ? null
        : final.Case(source, _job, "", $"job {_job}", null, Message(final), TestOutcome.Error) with { Scope = TestScope.Job };

    /// <summary>A step begins with a group that shows its command: <c>Run make test</c>.</summary>
    private void Begin(string group)
    {
        if (!group.StartsWith(Run, StringComparison.Ordinal))
            return;
        Forget();
        _inHeader = true;
        // Redact before cutting: half of a secret would not be recognised.
        _step = ResultReading.Cut(Secrets.Redact(group[Run.Length..]), MostOfStep);
    }

    private void Forget()
    {
        _before.Clear();
        _said.Clear();
        _reason.Clear();
        (_reasons, _inHeader) = (false, false);
    }

    /// <summary>The step's lines that say most about why it failed, best first.</summary>
    private List<LogLine> Why()
    {
        var best = _said.Count == 0 ? int.MaxValue : _said.Min(s => s.Rank);
        var reason = _reason.Where(r => !JobNoise.IsNoise(r.Text) && !JobNoise.IsConsequence(r.Text)).ToList();
        if (best <= RankOfReasons || (best < int.MaxValue && reason.Count == 0))
            return OfRank(best);
        if (reason.Count > 0)
            return [.. reason.Concat(_reason.Except(reason)).Take(MostTold)];
        return Last([.. _before.Select(b => new LogLine(b.Number, JobLogScanner.Bare(b.Stamped)))]);
    }

    /// <summary>What the tool printed in its last run, in order; some tools print everything twice.</summary>
    private List<LogLine> OfRank(int rank)
    {
        var all = _said.Where(s => s.Rank == rank).ToList();
        var first = all.Count - 1;
        while (first > 0 && all[first].Line.Number - all[first - 1].Line.Number <= Apart)
            first--;
        return [.. all.Skip(first).DistinctBy(s => s.Line.Text).SelectMany(s => s.Below.Where(Tells).Prepend(s.Line)).Take(MostTold)];

        static bool Tells(LogLine below) => !JobNoise.IsNoise(below.Text) || SourcePlaces.In(below.Text).Count > 0;
    }

    /// <summary>From the last lines, those that name an error; otherwise those that mention one; otherwise those that say that something failed; otherwise the
    /// very last.</summary>
    private static List<LogLine> Last(List<LogLine> lines)
    {
        var said = lines.Where(l => !JobNoise.IsNoise(l.Text)).ToList();
        var own = said.Where(l => !JobNoise.IsConsequence(l.Text)).ToList();
        foreach (var telling in new[] { own.Where(l => JobNoise.IsError(l.Text)), own.Where(l => JobNoise.IsTelling(l.Text)), said
            .Where(l => JobNoise.IsConsequence(l.Text)) })
            if (telling.Take(MostTold).ToList() is { Count: > 0 } found)
                return found;
        return [.. own.TakeLast(3)];
    }

    private static int Rank(string id) => ErrorRule.All.Select((r, i) => (r.Id, i)).First(r => r.Id == id).i;

    /// <summary>What the errors say, each under its job and step; a bare exit code only if nothing else is said.</summary>
    public IEnumerable<TestCase> Finish()
    {
        if (_errors.Count == 0 && _ended is { } ended)
            _errors.Add((_job, _step, ended, false));
        var telling = _errors.Where(e => e.Tells).DistinctBy(e => e.Section.Name).Take(MostErrors).ToList();
        var chosen = telling.Count > 0 ? telling : _errors.Take(1).ToList();
        return chosen.Select((e, i) => e.Section.Case(source, e.Job, "",
            $"job {e.Job}{(e.Step.Length > 0 ? ": " : "")}{e.Step}{(i > 0 ? $" ({i + 1})" : "")}", null, Message(e.Section), TestOutcome.Error)
            with
        { Scope = TestScope.Job });
    }

    /// <summary>The end of the process comes last, and is only used if nothing else is known.</summary>
    private IEnumerable<string> Message(ConsoleSection error)
    {
        var lines = error.Lines.Select(l => WithoutBranch(l.Text).Trim()).Where(l => l != error.Name && !l.StartsWith(PlaceBelow, StringComparison.Ordinal))
            .Take(6).ToList();
        return lines.Count > 0 ? lines : [error.Name];
    }

    /// <summary>Jenkins puts the branch's name in front of what a parallel step prints.</summary>
    private string WithoutBranch(string text) =>
        _branches.Find(b => text.StartsWith(b, StringComparison.Ordinal)) is { } branch ? text[branch.Length..] : text;
}
