using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Features.Deployments.Probes;

/// <summary><c>reports</c>: settings and secrets that the service must report it has: a list of names, or an object with a boolean per name.</summary>
internal sealed class ReportsProbe(HttpLook http) : IProbe
{
    /// <summary>Names of settings and secrets, never their values.</summary>
    public static readonly ProbeOption<IReadOnlyList<string>> Names = ProbeOption.List("names");
    public static readonly ProbeSpec Spec = new("reports", OfUrl: true, Names);

    public async Task<ProbeResult> LookAsync(ProbeTarget target, CancellationToken cancel)
    {
        var (status, body) = await http.GetAsync(target.Address(), cancel);
        if ((int)status is < 200 or >= 300)
            return new ProbeResult(false, (int)status, Answers.Shown(body, $"HTTP {(int)status}"));
        var has = Answers.Names(body);
        var missing = target.Probe.Get(Names).Where(n => !has.Contains(n)).ToList();
        return missing.Count == 0 ? new ProbeResult(true, (int)status, $"all {target.Probe.Get(Names).Count} settings are reported")
            : new ProbeResult(false, (int)status, $"missing setting: {string.Join(", ", missing)}");
    }
}
