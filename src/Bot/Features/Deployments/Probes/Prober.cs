using System.Diagnostics;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Redaction;
using Whybot.Runs.RunFolders;

namespace Whybot.Features.Deployments.Probes;

/// <summary>Probes all services of an environment in parallel, again and again while they warm up, until they are ready or time is up.</summary>
internal sealed class Prober
{
    private readonly Dictionary<string, (ProbeSpec Spec, IProbe Probe)> _probes;
    private readonly ProbePolicy _policy;
    private readonly TimeProvider _time;

    public Prober(ProbePolicy policy, TimeProvider time)
    {
        (_policy, _time) = (policy, time);
        var dialer = new GuardedDialer(policy);
        var tools = new ProbeTools(dialer, new HttpLook(dialer, policy, time), policy, time);
        _probes = ProbeRegistration.All.ToDictionary(p => p.Spec.Kind, p => (p.Spec, p.Make(tools)), StringComparer.Ordinal);
    }

    /// <param name="sha">The deployed commit; null if it is not known.</param>
    /// <param name="wait">Whether to wait for services to warm up.</param>
    /// <param name="progress">Receives a report after each look.</param>
    public async Task<ReadinessReport> LookAsync(EnvironmentSettings environment, CommitSha? sha, bool wait, IProgress<ReadinessReport>? progress,
        CancellationToken cancel)
    {
        var until = _time.GetUtcNow() + _policy.Deadline;
        while (true)
        {
            var services = await Task.WhenAll(environment.Services.Select((s, i) => ServiceAsync(s, i, sha, cancel)));
            var report = new ReadinessReport(ReadinessRecord.Name, _time.GetUtcNow(), environment.Name, services);
            progress?.Report(report);
            if (!wait || services.All(s => s.Ready) || _time.GetUtcNow() + _policy.Interval > until)
                return report;
            await Task.Delay(_policy.Interval, _time, cancel);
        }
    }

    private async Task<ServiceReadiness> ServiceAsync(ServiceSettings service, int index, CommitSha? sha, CancellationToken cancel)
    {
        var attempts = new List<ProbeAttempt>();
        var place = 0;
        foreach (var probe in service.Probes)
        {
            var primary = await ReadAsync(new ProbeTarget(probe, Url(service.Url), sha), $"/services/{index}/probes/{place++}", cancel);
            var fallback = !primary.Ok && _probes[probe.Kind].Spec.OfUrl && Url(service.Fallback) is { } other
                ? await ReadAsync(new ProbeTarget(probe, other, sha), $"/services/{index}/probes/{place++}", cancel) : null;
            attempts.Add(new ProbeAttempt(primary, fallback));
        }
        return ReadinessJudge.Judge(service.Name, attempts);
    }

    private async Task<ProbeReading> ReadAsync(ProbeTarget target, string pointer, CancellationToken cancel)
    {
        var (spec, probe) = _probes[target.Probe.Kind];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_policy.Timeout);
        var began = Stopwatch.GetTimestamp();
        ProbeResult result;
        var asked = true;
        try
        {
            result = await probe.LookAsync(target, limit.Token);
        }
        catch (Exception failure) when (failure is ProbeException or IOException or UriFormatException)
        {
            result = new ProbeResult(false, null, failure.Message);
            asked = failure is not ProbeException { NotAllowed: true };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            result = new ProbeResult(false, null, $"no answer in {_policy.Timeout.TotalSeconds:0.#} s");
        }
        var took = Stopwatch.GetElapsedTime(began);
        if (result.Ok && target.Probe.Within is { } within && took > within)
            result = result with
            {
                Ok = false,
                Evidence =
                $"answered after {took.TotalMilliseconds:0} ms, {within.TotalMilliseconds:0} ms are allowed: {result.Evidence}"
            };
        var shown = spec.OfUrl && target.Url is not null ? target.Address().ToString() : target.Probe.Target;
        return new ProbeReading(spec.Kind, shown, result.Ok, result.Status, Math.Round(took.TotalMilliseconds, 1),
            Secrets.Redact(result.Evidence), ReadinessRecord.Name, pointer)
        { Asked = asked, Revision = result.Revision is { } revision ? Secrets.Redact(revision) : null };
    }

    private static Uri? Url(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null;
}
