namespace Whybot.Analysis.Output.IssueLifecycle;

/// <summary>How often one of the bot's rules was used, and overturned.</summary>
public sealed record RuleRecord(string Rule, long Uses, long Overturned)
{
    /// <summary>Fewer uses say nothing about a rule.</summary>
    public const int Enough = 10;
    public const double Doubtful = 0.2;

    /// <summary>People have overturned it too often, so it only suggests from now on.</summary>
    public bool IsDoubted => Uses >= Enough && Overturned > Doubtful * Uses;

    /// <summary>The consequence of its figures, in words; empty for none.</summary>
    public string Standing => IsDoubted ? $"only suggests until that is less than {100 * Doubtful:0}%" : Uses < Enough ? $"too few to tell ({Enough} needed)"
        : "";

    /// <summary>0 to 100.</summary>
    public double PercentOverturned => 100.0 * Overturned / Uses;

    /// <summary>A Markdown table.</summary>
    /// <param name="records">The rules that were used.</param>
    public static string Table(IEnumerable<RuleRecord> records)
    {
        var text = new System.Text.StringBuilder("| Rule | Used | Overturned | |\n|---|---|---|---|\n");
        foreach (var record in records)
            text.Append($"| {record.Rule} | {record.Uses} | {record.Overturned} ({record.PercentOverturned:0}%) | "
                + $"{(record.IsDoubted ? $"**{record.Standing}**" : record.Standing)} |\n");
        return text.ToString();
    }
}
