using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Analysis.Tests.Inputs.Settings;

/// <summary>A few commands and kinds of probes, with an option of each type.</summary>
internal static class SampleVocabulary
{
    public static readonly CommandSpec Why = new("why", "", "Why it fails.", CommandLevel.Read, ["/why"]);
    public static readonly CommandSpec Rerun = new("rerun", "[SUITE]", "Runs it again.", CommandLevel.Write, ["/rerun"]);
    public static readonly CommandSpec Accept = new("accept", "REASON", "Accepts it.", CommandLevel.Maintain, ["/accept known"]);
    public static readonly ProbeOption<int?> Status = ProbeOption.Number("status", 100, 599);
    public static readonly ProbeOption<IReadOnlyDictionary<string, string>> Json = ProbeOption.Map("json");
    public static readonly ProbeOption<IReadOnlyList<string>> Names = ProbeOption.List("names");
    public static readonly ProbeOption<string?> Query = ProbeOption.Text("query");

    public static readonly SettingsVocabulary All = new(new CommandCatalogue([Why, Rerun, Accept]),
        [new ProbeSpec("http", OfUrl: true, Status, Json), new ProbeSpec("reports", OfUrl: true, Names), new ProbeSpec("redis", OfUrl: false),
            new ProbeSpec("postgres", OfUrl: false, Query)]);

    public static SettingsReading Read(string yaml) => SettingsReader.Read(yaml, "whybot.yml", All);
}
