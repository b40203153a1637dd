using Whybot.Analysis.Inputs.Changes;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>A candidate with its features for one cause.</summary>
/// <param name="Values">By <see cref="Feature"/>.</param>
/// <param name="Links">What the error names and the change touched, strongest first.</param>
/// <param name="Points">Of all links.</param>
internal sealed record ReadCandidate(Candidate Candidate, double[] Values, IReadOnlyList<Suspicion> Links, double Points)
{
    /// <summary>The failing tests did not run it, so nothing ties it to the cause; null if that is not known.</summary>
    public NotRun? NotRun { get; init; }
}

/// <summary>Reads how each changed file of a range is tied to one cause.</summary>
internal sealed class FeatureReader(ChangeRange range, FaultText fault)
{
    /// <summary>The line that raises an error is the one at fault in two of three cases, so this does not suffice to be named.</summary>
    private const double OfRaised = 1;

    /// <summary>
    /// A compiler refuses a line only if it was written so, or if what it uses was changed. The second is a link of its own, so this names a change and does
    /// not establish it.
    /// </summary>
    private const double OfRefused = 5;

    /// <summary>How much less a link counts in a large commit, which touches something that the error names by chance.</summary>
    private const double BySize = 0.3;

    private readonly IReadOnlyList<ReachedFrame> _reached = ReachedFrame.Of(fault.Facts.Frames);
    private readonly CauseCoverage? _coverage = CauseCoverage.Of(range.Coverage, fault.Facts);

    public FailureWords Words => field ??= new FailureWords(fault, _reached);

    public ReachedNames Names => field ??= new ReachedNames(range.Sources, fault.Facts, range.SourceWords);

    public IReadOnlyList<ReadCandidate> Read()
    {
        // If a dependency is down, only a change of its address or setting explains that.
        var raised = fault.Environmental ? [] : Raised();
        var read = range.Candidates.Select(c => Linked(c, raised)).ToList();
        if (fault.Environmental)
            return read;
        var byFile = read.ToDictionary(r => r.Candidate.File, r => r.Values, (IEqualityComparer<ChangedFile>)ReferenceEqualityComparer.Instance);
        foreach (var (feature, query) in new[] { (Feature.TestName, Words.TestName), (Feature.TestClass, Words.TestClass), (Feature.Stack, Words.Stack) })
            foreach (var (candidate, value) in range.Written.Zip(range.Index.Match(query)))
                byFile[candidate.File][(int)feature] = value;
        Tests(byFile);
        Lines(byFile);
        Languages(byFile);
        Hunks(byFile);
        return [.. read.Select(Reached)];
    }

    private void Hunks(Dictionary<ChangedFile, double[]> byFile)
    {
        Set(Feature.TestNameByChance, range.Hunks.Match(Words.TestName));
        Set(Feature.MessageByChance, range.Hunks.Match(Words.Message));
        Set(Feature.StackByChance, range.Hunks.Match(Words.Stack));
        if (Names.IsEmpty)
            return;
        Set(Feature.TestCodeByChance, range.Hunks.Match(Names.Words));
        Set(Feature.ReachedByChance, range.Hunks.Match((c, h) => range.Touched(c, h) is { Count: > 0 } touched
            ? touched.Max(n => Names[n]) : null));

        void Set(Feature feature, Dictionary<ChangedFile, double> values)
        {
            foreach (var (file, value) in values)
                byFile[file][(int)feature] = value;
        }
    }

    /// <summary>What was not run explains nothing, whatever words it shares. If the error names what it touched, it was run unmeasured.</summary>
    private ReadCandidate Reached(ReadCandidate read) =>
        _coverage is not null && read.Candidate.Text is not null && !read.Links.Any(l => l.Direct) && range.Placed(read.Candidate) is { } placed
            && _coverage.NotRun(placed) is { } notRun ? read with { Values = new double[read.Values.Length], Links = [], Points = 0, NotRun = notRun } : read;

    private void Tests(Dictionary<ChangedFile, double[]> byFile)
    {
        var all = TestedNames.Places(fault.Facts);
        var tested = TestedNames.Of(all);
        var places = all.Select(TestedNames.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var candidate in range.Candidates)
        {
            var (values, key) = (byFile[candidate.File], TestedNames.Key(TestedNames.Stem(candidate.File.Path)));
            if (candidate.Text is not null && tested.Contains(key))
            {
                values[(int)Feature.TestedFile] = 1;
                values[(int)Feature.NewFile] = candidate.File.Status == "added" ? 1 : 0;
            }
            else if (PathKinds.IsTest(candidate.File.Path) && places.Contains(key))
                values[(int)Feature.TestFile] = 1;
        }
    }

    private void Lines(Dictionary<ChangedFile, double[]> byFile)
    {
        foreach (var reached in _reached.Where(r => r.Frame.Line > 0))
        {
            var (wrote, near) = range.Origins.Of(reached.Frame.Path, reached.Frame.Line);
            if (wrote is not null)
                Raise(wrote, Feature.WroteLine, reached.Nearness);
            foreach (var file in near)
                Raise(file, Feature.NearLine, reached.Nearness);
        }

        void Raise(ChangedFile file, Feature feature, double value)
        {
            if (byFile.TryGetValue(file, out var values))
                values[(int)feature] = Math.Max(values[(int)feature], value);
        }
    }

    private void Languages(Dictionary<ChangedFile, double[]> byFile)
    {
        var facts = fault.Facts;
        var paths = facts.Frames.Select(f => f.Path).Concat(facts.Tests.Select(t => t.File ?? t.ClassName)).Distinct().ToList();
        var failed = paths.Select(CodeLanguage.Of).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var beside = paths.Any(PathKinds.IsBeside);
        foreach (var candidate in range.Written.Where(c => beside || !PathKinds.IsBeside(c.File.Path)))
            if (failed.Count == 0 || (CodeLanguage.Of(candidate.File.Path) is { } language && failed.Contains(language)))
                byFile[candidate.File][(int)Feature.SameLanguage] = 1;
    }

    /// <summary>The files with lines that raised an error, by who wrote those lines.</summary>
    private Dictionary<ChangedFile, StackFrame> Raised()
    {
        var raised = new Dictionary<ChangedFile, StackFrame>(ReferenceEqualityComparer.Instance);
        foreach (var reached in _reached.Where(r => r is { Nearness: 1, Frame.Line: > 0 }))
            if (range.Origins.Of(reached.Frame.Path, reached.Frame.Line).Wrote is { } wrote)
                raised.TryAdd(wrote, reached.Frame);
        return raised;
    }

    private ReadCandidate Linked(Candidate candidate, Dictionary<ChangedFile, StackFrame> raised)
    {
        var links = Suspicion.Of(candidate, fault, range);
        if (raised.TryGetValue(candidate.File, out var frame) && candidate.Text is not null)
            links = [.. links, new Suspicion(StackPasses.IsRefused(fault.Facts, frame) ? OfRefused : OfRaised,
                $"{new StackPasses(candidate.File, fault.Facts, frame) { Wrote = true }}", frame.Path)];
        var values = new double[Enum.GetValues<Feature>().Length];
        // What the error names has been changed, in whatever language.
        values[(int)Feature.SameLanguage] = links.Any(l => l.Direct) ? 1 : 0;
        // Several links say little more than the best one: each additional one counts half of the previous one.
        var points = links.Select((s, i) => s.Points / Math.Pow(2, Math.Min(i, 10))).Sum();
        values[(int)Feature.Link] = range.Commits.Count < 2 ? points : points / (1 + BySize * Math.Log(range.Hunks.HunksOf(candidate)));
        return new ReadCandidate(candidate, values, links, points);
    }
}
