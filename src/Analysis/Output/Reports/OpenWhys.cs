using Whybot.Analysis.Explanation.Whys;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>What the evidence of a cause does not answer: one line after the whys, instead of a step for each.</summary>
internal static class OpenWhys
{
    public const string Heading = "Not known";

    /// <summary>The steps that the evidence answers.</summary>
    public static IEnumerable<Why> Answered(IReadOnlyList<Why> whys) => whys.Where(w => w.Status != WhyStatus.Unknown);

    /// <summary>Which steps are open, and how to go on.</summary>
    /// <returns>Null if none is.</returns>
    public static Prose? Of(IReadOnlyList<Why> whys)
    {
        var open = whys.Where(w => w.Status == WhyStatus.Unknown).ToList();
        if (open.Count == 0)
            return null;
        // Without a change, nobody can ask what let it pass; how to find the change is the next step for those too.
        var change = open.Exists(w => w.Rung == WhyStep.Change);
        var onward = open.Where(w => !change || w.Rung <= WhyStep.Change).Select(w => w.Onward).Where(o => !o.Equals(Prose.Empty));
        return Prose.Join(" ", [Prose.Of($"{string.Join(", ", open.Select(w => Wording.Of(w.Rung))):t}."), .. onward]);
    }
}
