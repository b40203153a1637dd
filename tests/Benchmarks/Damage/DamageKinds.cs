using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Whybot.Benchmarks.Damage;

/// <summary>One way to damage a file.</summary>
/// <param name="Apply">Returns the damaged bytes; null where the file has nothing that could be damaged so.</param>
/// <param name="Contradicts">It makes a head claim what does not stand below it; then a green file must not end in go either.</param>
internal sealed record DamageKind(string Name, Func<byte[], Random, byte[]?> Apply, bool Contradicts = false);

/// <summary>
/// The ways in which result files arrive damaged: a runner that was killed while it wrote, raw control characters, copies, wrong encodings, heads that say
/// something else. None of them takes a failure out and leaves a file that is whole in itself.
/// </summary>
internal static partial class DamageKinds
{
    private static readonly string[] Banners =
    [
        "\n\n", "   \n", "\uFEFF\n", "> shop@1.0.0 test\n> jest --json\n\n", "npm warn config production Use `--omit=dev` instead.\n",
            "Results File: /tmp/a.trx\n",
        "[2026-10-12 08:00:00] start\n", "<!-- made by a tool -->\n",
    ];

    public static readonly IReadOnlyList<DamageKind> All =
    [
        new("truncate", (bytes, chance) => bytes[..chance.Next(bytes.Length)]),
        new("truncate at a line's end", TruncateAtLine),
        new("empty", (_, chance) => chance.Next(2) == 0 ? [] : Encoding.UTF8.GetBytes("\n  \n")),
        new("control characters", (bytes, chance) => Insert(bytes, chance, _ => [(byte)"\u0001\u0008\u000b\u001b\u0000"[chance.Next(5)]])),
        new("bare ampersand or angle", (bytes, chance) => Insert(bytes, chance, _ => [(byte)"&<"[chance.Next(2)]])),
        new("a part twice", DuplicatePart),
        new("the document twice", (bytes, chance) => [.. bytes, .. chance.Next(2) == 0 ? "\n"u8 : default, .. bytes]),
        new("a banner in front", (bytes, chance) => [.. Encoding.UTF8.GetBytes(Banners[chance.Next(Banners.Length)]), .. bytes]),
        new("lines behind", (bytes, chance) => [.. bytes, .. Encoding.UTF8.GetBytes(Banners[chance.Next(Banners.Length)])]),
        new("re-encode", Reencode),
        new("the head claims more failures", (bytes, chance) => Raise(bytes, Failures(), chance), Contradicts: true),
        new("the head claims more tests", (bytes, chance) => Raise(bytes, Tests(), chance), Contradicts: true),
    ];

    private static byte[]? TruncateAtLine(byte[] bytes, Random chance)
    {
        var ends = bytes.Select((b, i) => (b, i)).Where(x => x.b == '\n').Select(x => x.i).ToList();
        return ends.Count < 2 ? null : bytes[..(ends[chance.Next(ends.Count - 1)] + 1)];
    }

    private static byte[] Insert(byte[] bytes, Random chance, Func<int, byte[]> what)
    {
        var damaged = bytes.ToList();
        for (var i = 1 + chance.Next(3); i > 0; i--)
            damaged.InsertRange(chance.Next(damaged.Count + 1), what(i));
        return [.. damaged];
    }

    private static byte[]? DuplicatePart(byte[] bytes, Random chance)
    {
        if (bytes.Length < 4)
            return null;
        var (from, to) = (chance.Next(bytes.Length), chance.Next(bytes.Length));
        (from, to) = (Math.Min(from, to), Math.Max(from, to));
        return [.. bytes[..to], .. bytes[from..to], .. bytes[to..]];
    }

    private static byte[] Reencode(byte[] bytes, Random chance)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return chance.Next(6) switch
        {
            0 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            1 => Encoding.Unicode.GetBytes(text),
            2 => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            3 => Encoding.BigEndianUnicode.GetBytes(text),
            4 => Encoding.Latin1.GetBytes(text.Replace("e", "é", StringComparison.Ordinal)),
            _ => Encoding.UTF8.GetBytes(Declared().Replace(text, "encoding=\"utf-16\"")),
        };
    }

    /// <summary>Runners count the tries of flaky tests among failures and tests: a claim contradicts the file only beyond these.</summary>
    private const int MostTries = 100;

    /// <summary>A larger number than before, in one of the places in which a file counts.</summary>
    private static byte[]? Raise(byte[] bytes, Regex counts, Random chance)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var places = counts.Matches(text);
        if (places.Count == 0)
            return null;
        var number = places[chance.Next(places.Count)].Groups["n"];
        var more = (int.Parse(number.Value, CultureInfo.InvariantCulture) + MostTries + chance.Next(3)).ToString(CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(text[..number.Index] + more + text[(number.Index + number.Length)..]);
    }

    [GeneratedRegex("encoding=[\"'][^\"']+[\"']")]
    private static partial Regex Declared();

    /// <summary>Totals in the heads of the formats that have any; not the attributes of single tests.</summary>
    [GeneratedRegex("""
        (?:<(?:testsuites|testsuite|assembly|test-run|test-results)\b[^>]*?\b(?:failures|errors|failed)=|<Counters\b[^>]*?\bfailed=
        |"(?:numFailedTests|failure_count|errors_outside_of_examples_count|unexpected)"\s*:\s*|"(?:summary|stats)"\s*:\s*\{[^{}]*?"(?:failed|failures)"\s*:\s*)"?(?<n>\d{1,6})
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Failures();

    [GeneratedRegex("""
        (?:<testsuites?\b[^>]*?\btests=|<(?:assembly|test-run|test-results|Counters)\b[^>]*?\btotal=|"(?:numTotalTests|example_count)"\s*:\s*
        |"(?:summary|stats)"\s*:\s*\{[^{}]*?"tests"\s*:\s*)"?(?<n>\d{1,6})
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tests();
}
