using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Features.Deployments.Probes;

/// <summary>
/// <c>http</c>: the status, any 2xx unless one is given, and fields of the JSON answer, by dotted path with the required text.
/// </summary>
internal sealed class HttpProbe(HttpLook http) : IProbe
{
    public static readonly ProbeOption<int?> Status = ProbeOption.Number("status", 100, 599);
    public static readonly ProbeOption<IReadOnlyDictionary<string, string>> Json = ProbeOption.Map("json");
    public static readonly ProbeSpec Spec = new("http", OfUrl: true, Status, Json);

    public async Task<ProbeResult> LookAsync(ProbeTarget target, CancellationToken cancel)
    {
        var (status, body) = await http.GetAsync(target.Address(), cancel);
        var expected = target.Probe.Get(Status) is { } one ? (int)status == one : (int)status is >= 200 and < 300;
        if (!expected)
            return new ProbeResult(false, (int)status, Answers.Shown(body, $"HTTP {(int)status}"));
        foreach (var (field, wanted) in target.Probe.Get(Json))
            if (Answers.Field(body, field) is var is_ && is_ != wanted)
                return new ProbeResult(false, (int)status, $"{field} is {is_ ?? "absent"}, not {wanted}: {Answers.Shown(body, "")}");
        return new ProbeResult(true, (int)status, Answers.Shown(body, $"HTTP {(int)status}"));
    }
}
