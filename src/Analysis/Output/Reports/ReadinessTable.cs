using System.Text;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Output.Reports;

/// <summary>Writes what the probes saw as a table.</summary>
internal static class ReadinessTable
{
    public static string Write(IReadOnlyList<ServiceReadiness> services)
    {
        var text = new StringBuilder("| Service | Ready | Probe | Answer |\n|---|---|---|---|\n");
        foreach (var service in services)
            foreach (var probe in service.Probes.DefaultIfEmpty())
                text.Append($"| {Markdown.CellCode(service.Name)} | {Verdict(service)} | "
                    + $"{(probe is null ? "–" : Markdown.CellCode($"{probe.Kind} {probe.Target}"))} | "
                    + $"{(probe is null or { Evidence.Length: 0 } ? "–" : Markdown.CellCode(probe.Evidence, 160))} |\n");
        return text.ToString();
    }

    private static string Verdict(ServiceReadiness service) =>
        service.Verdict switch { ReadinessVerdict.Ready => "yes", ReadinessVerdict.Degraded => "degraded", _ => "**no**" };
}
