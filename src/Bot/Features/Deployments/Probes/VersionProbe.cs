using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;

namespace Whybot.Features.Deployments.Probes;

/// <summary>
/// <c>version</c>: the revision that the service reports must be the deployed commit. A service that still runs the old revision is not ready, however
/// healthy it is.
/// </summary>
internal sealed class VersionProbe(HttpLook http) : IProbe
{
    private const int MaxRevision = 80;

    /// <summary>The field that contains the revision, by dotted path; null for the whole answer.</summary>
    public static readonly ProbeOption<string?> Field = ProbeOption.Text("field");
    public static readonly ProbeSpec Spec = new("version", OfUrl: true, Field);

    public async Task<ProbeResult> LookAsync(ProbeTarget target, CancellationToken cancel)
    {
        var (status, body) = await http.GetAsync(target.Address(), cancel);
        var version = (target.Probe.Get(Field) is { } field ? Answers.Field(body, field) : body.Trim()) ?? "";
        if ((int)status is < 200 or >= 300 || version.Length == 0)
            return new ProbeResult(false, (int)status, $"no revision in the answer: {Answers.Shown(body, $"HTTP {(int)status}")}");
        if (target.Sha is not { } sha)
            return new ProbeResult(true, (int)status, $"revision {Answers.Shown(version, "")}; the deployed one is not known");
        var seen = OtherRevision.Is(version, sha) ? new ProbeResult(true, (int)status, $"revision {version}")
            : new ProbeResult(false, (int)status, $"serves revision {Answers.Shown(version, "")}, not the deployed {sha.First(12)}");
        return seen with { Revision = SafeText.OneLine(Secrets.Redact(version), MaxRevision) };
    }
}
