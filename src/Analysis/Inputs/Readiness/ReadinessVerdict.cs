namespace Whybot.Analysis.Inputs.Readiness;

public enum ReadinessVerdict
{
    Ready,

    /// <summary>It can be reached, but not the way it should: a working fallback with a broken primary.</summary>
    Degraded,
    NotReady,
}

/// <summary>A probe's answer from the primary and, if that was tried, from the fallback.</summary>
public sealed record ProbeAttempt(ProbeReading Primary, ProbeReading? Fallback);

/// <summary>Judges a service by its probes.</summary>
public static class ReadinessJudge
{
    public static ServiceReadiness Judge(string name, IReadOnlyList<ProbeAttempt> attempts)
    {
        var readings = attempts.SelectMany(a => a.Fallback is null ? [a.Primary] : new[] { a.Primary, a.Fallback }).ToList();
        var broken = attempts.Where(a => !a.Primary.Ok).ToList();
        if (broken.Count == 0)
            return new ServiceReadiness(name, true, readings);
        if (broken.All(IsRescued))
            return new ServiceReadiness(name, true, readings)
            {
                Verdict = ReadinessVerdict.Degraded,
                Because = $"{WhatIsBroken(broken[0].Primary)} of {broken[0].Primary.Target} is broken, {broken[0].Fallback!.Target} works: "
                    + $"{broken[0].Primary.Evidence}",
            };
        var worst = broken.First(a => !IsRescued(a)).Primary;
        return new ServiceReadiness(name, false, readings) { Because = $"{worst.Kind} {worst.Target}: {worst.Evidence}" };
    }

    /// <summary>The overall verdict: that of the worst service.</summary>
    public static ReadinessVerdict Overall(IEnumerable<ServiceReadiness> services) =>
        services.Select(s => s.Verdict).DefaultIfEmpty(ReadinessVerdict.Ready).Max();

    /// <summary>The fallback works. A wrong revision or setting stays wrong, no matter which way it is read.</summary>
    private static bool IsRescued(ProbeAttempt attempt) => attempt.Fallback is { Ok: true } && attempt.Primary.Kind is not ("version" or "reports");

    private static string WhatIsBroken(ProbeReading reading) =>
        reading.Evidence.StartsWith("certificate", StringComparison.Ordinal) ? "the certificate"
            : reading.Evidence.StartsWith("DNS", StringComparison.Ordinal) ? "the DNS name" : "the service";
}
