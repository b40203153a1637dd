using System.Text.Json;
using Whybot.Analysis.Causes.Faults;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.Json;

namespace Whybot.Features.Deployments.Probes;

/// <summary><c>http</c>: the status and fields of the JSON answer.</summary>
internal sealed class HttpProbe(HttpLook http) : IProbe
{
    public string Kind => "http";

    public async Task<Sight> LookAsync(ProbeTarget target, CancellationToken cancel)
    {
        var (status, body) = await http.GetAsync(target.Address(), cancel);
        var expected = target.Probe.Status is { } one ? (int)status == one : (int)status is >= 200 and < 300;
        if (!expected)
            return new Sight(false, (int)status, Answers.Shown(body, $"HTTP {(int)status}"));
        foreach (var (field, wanted) in target.Probe.Json)
            if (Answers.Field(body, field) is var is_ && is_ != wanted)
                return new Sight(false, (int)status, $"{field} is {is_ ?? "absent"}, not {wanted}: {Answers.Shown(body, "")}");
        return new Sight(true, (int)status, Answers.Shown(body, $"HTTP {(int)status}"));
    }
}

/// <summary>
/// <c>version</c>: the revision that the service reports must be the deployed commit. A service that still runs the old revision is not ready, however
/// healthy it is.
/// </summary>
internal sealed class VersionProbe(HttpLook http) : IProbe
{
    private const int MaxRevision = 80;

    public string Kind => "version";

    public async Task<Sight> LookAsync(ProbeTarget target, CancellationToken cancel)
    {
        var (status, body) = await http.GetAsync(target.Address(), cancel);
        var version = (target.Probe.Field is { } field ? Answers.Field(body, field) : body.Trim()) ?? "";
        if ((int)status is < 200 or >= 300 || version.Length == 0)
            return new Sight(false, (int)status, $"no revision in the answer: {Answers.Shown(body, $"HTTP {(int)status}")}");
        if (target.Sha is not { } sha)
            return new Sight(true, (int)status, $"revision {Answers.Shown(version, "")}; the deployed one is not known");
        var seen = OtherRevision.Is(version, sha) ? new Sight(true, (int)status, $"revision {version}")
            : new Sight(false, (int)status, $"serves revision {Answers.Shown(version, "")}, not the deployed {sha[..Math.Min(sha.Length, 12)]}");
        return seen with { Revision = SafeText.OneLine(Secrets.Redact(version), MaxRevision) };
    }
}

/// <summary><c>reports</c>: settings and secrets that the service must report it has: a list of names, or an object with a boolean per name.</summary>
internal sealed class ReportsProbe(HttpLook http) : IProbe
{
    public string Kind => "reports";

    public async Task<Sight> LookAsync(ProbeTarget target, CancellationToken cancel)
    {
        var (status, body) = await http.GetAsync(target.Address(), cancel);
        if ((int)status is < 200 or >= 300)
            return new Sight(false, (int)status, Answers.Shown(body, $"HTTP {(int)status}"));
        var has = Answers.Names(body);
        var missing = target.Probe.Names.Where(n => !has.Contains(n)).ToList();
        return missing.Count == 0 ? new Sight(true, (int)status, $"all {target.Probe.Names.Count} settings are reported")
            : new Sight(false, (int)status, $"missing setting: {string.Join(", ", missing)}");
    }
}

/// <summary>Reads services' answers, which are never trusted.</summary>
internal static class Answers
{
    private const int MaxShown = 300;

    /// <summary>Masked before it is cut: half a secret could not be recognized.</summary>
    public static string Shown(string text, string instead) => SafeText.OneLine(Secrets.Redact(text), MaxShown) is { Length: > 0 } shown ? shown : instead;

    /// <summary>A field of a JSON answer, by dotted path, as text; null if there is none.</summary>
    public static string? Field(string body, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            JsonElement? at = document.RootElement;
            foreach (var part in path.Split('.'))
                at = at?.Field(part);
            return at?.Words();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static IReadOnlySet<string> Names(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind switch
            {
                JsonValueKind.Array => ((JsonElement?)root).Items().Select(i => i.Item.Words()).ToHashSet(StringComparer.Ordinal),
                JsonValueKind.Object => root.EnumerateObject().Where(p => p.Value.ValueKind is not (JsonValueKind.False or JsonValueKind.Null))
                    .Select(p => p.Name).ToHashSet(StringComparer.Ordinal),
                _ => new HashSet<string>(),
            };
        }
        catch (JsonException)
        {
            return new HashSet<string>();
        }
    }
}
