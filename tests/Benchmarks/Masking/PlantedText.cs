using Whybot.Analysis.Language.Redaction;
using Whybot.Testing.Secrets;

namespace Whybot.Benchmarks.Masking;

/// <summary>Plants secrets of every kind and looks for them in what is left after masking.</summary>
internal static class PlantedText
{
    private const int MostShown = 60;

    /// <param name="show">A kind of which all is shown; null for none.</param>
    public static int Print(int count, int seed, string? show)
    {
        var planted = new SecretPlanter(seed).Many(count).ToList();
        var leaked = planted.Where(p => new LeakSearch([p]).Find(Secrets.Redact(p.Text)).Count > 0).ToList();
        Console.WriteLine($"{planted.Count:N0} secrets of {planted.Select(p => p.Kind).Distinct().Count()} kinds planted, {leaked.Count:N0} came out");
        foreach (var split in SecretPlanter.Splits)
            Console.WriteLine($"  {split,-18} {leaked.Count(l => l.Split == split),6:N0} of {planted.Count(p => p.Split == split),6:N0}");
        var kinds = leaked.GroupBy(l => l.Kind).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        foreach (var kind in kinds.Take(MostShown))
            Console.WriteLine($"  {kind.Count(),4} × {kind.Key}: {string.Join(", ", kind.Select(l => $"{l.Split} in {l.Place}").Distinct().Take(6))}");
        if (kinds.Count > MostShown)
            Console.WriteLine($"  and {kinds.Count - MostShown} more kinds");
        foreach (var secret in planted.Where(p => p.Kind == show))
        {
            Console.WriteLine($"\n{(leaked.Contains(secret) ? "came out" : "masked")}, {secret.Split}: {Seen(secret.Text)}");
            Console.WriteLine($"  {Seen(Secrets.Redact(secret.Text))}");
        }
        return leaked.Count == 0 ? 0 : 1;
    }

    private static string Seen(string text) => string.Concat(text.Select(c => char.IsControl(c) || c > 0x7f ? $"\\u{(int)c:x4}" : $"{c}"));
}
