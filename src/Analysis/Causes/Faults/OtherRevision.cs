using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Readiness;
using Whybot.Analysis.Language.Identity;

namespace Whybot.Analysis.Causes.Faults;

/// <summary>Finds a service that reports running a different commit than the deployed one.</summary>
public static partial class OtherRevision
{
    private const int Shortest = 7;

    /// <returns>What was seen, in words; null if no probe saw another revision.</returns>
    public static string? Seen(ReadinessReport readiness, string? environment, CommitSha sha)
    {
        foreach (var service in readiness.Services)
            foreach (var probe in service.Probes.Where(p => p.Asked && p.Kind is "version" or "revision"))
                if (Reported(probe, sha) is { } other)
                    return $"{Place(readiness, service, environment)} served {Short(other)} while {Short(sha.Value)} was tested";
        return null;
    }

    /// <summary>Whether a revision is the commit, or the beginning of its id.</summary>
    public static bool Is(string revision, CommitSha sha) => revision.Length >= Shortest && sha.Value.StartsWith(revision, StringComparison.OrdinalIgnoreCase);

    private static string? Reported(ProbeReading probe, CommitSha sha)
    {
        if (probe.Revision is { Length: > 0 } revision)
            return Is(revision, sha) ? null : revision;
        // Other tools record the answer itself: an answer that names commits, but not this one, comes from another revision.
        var named = Commit().Matches(probe.Evidence).Select(m => m.Value).ToList();
        return named.Count == 0 || named.Any(n => Is(n, sha)) ? null : named[0];
    }

    private static string Place(ReadinessReport readiness, ServiceReadiness service, string? environment) =>
        environment is null ? service.Name : readiness.Services.Count > 1 ? $"{service.Name} of {environment}" : environment;

    private static string Short(string revision) => revision.Length > 40 || revision.All(char.IsAsciiHexDigit)
        ? revision[..Math.Min(8, revision.Length)] : revision;

    /// <summary>A commit's id, or the beginning of one: hex with a digit in it, because words have none.</summary>
    [GeneratedRegex(@"(?<![\w.-])(?=[a-fA-F]{0,40}[0-9])[0-9a-fA-F]{7,40}(?![\w-])", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Commit();
}
