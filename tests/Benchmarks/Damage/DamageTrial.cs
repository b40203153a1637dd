using Whybot.Analysis;
using Whybot.Analysis.Inputs.History;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Output.Reports;
using Whybot.Hosts.Setup;
using Whybot.Runs.RunFolders;
using Whybot.Testing;

namespace Whybot.Benchmarks.Damage;

/// <summary>A result file that holds a failure, or, green, the claim of one once its head was contradicted.</summary>
internal sealed record Victim(string Name, byte[] Bytes, bool HoldsFailure);

/// <summary>One damaged file that ended in go although it held or claimed a failure.</summary>
internal sealed record FalseGo(string File, string Damage, int Round);

/// <summary>
/// Damages result files and takes each, beside a green one, through the whole way that <c>whybot analyze</c> goes. A file that held or claimed a failure must
/// never end in go.
/// </summary>
internal sealed class DamageTrial(IReadOnlyList<Victim> victims, int seed)
{
    private const string Green =
        """
        <testsuite name="green" tests="3" failures="0" errors="0"><testcase classname="green" name="a" time="0.1"/><testcase classname="green" name="b" time="0.1"/><testcase classname="green" name="c" time="0.1"/></testsuite>
        """;

    public int Tried { get; private set; }
    public int NotGo { get; private set; }
    public List<FalseGo> FalseGos { get; } = [];

    /// <summary>Everything that can be read of a folder: files that are too large for a loop of thousands are left out.</summary>
    public static IReadOnlyList<Victim> Of(string folder, long most = 400_000) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Where(f => new FileInfo(f).Length is > 0 and var size && size <= most)
            .Select(f => (Name: Path.GetRelativePath(folder, f), Bytes: File.ReadAllBytes(f)))
            .Select(f => (f.Name, f.Bytes, Read: Read(f.Name, f.Bytes))).Where(f => f.Read is { Cases.Count: > 0 })
            .Select(f => new Victim(f.Name, f.Bytes, f.Read!.Cases.Any(c => c.Bad))),
    ];

    public void Run(int times)
    {
        var chance = new Random(seed);
        using var folder = new TemporaryFolder();
        folder.Write("results/green.xml", Green);
        for (var round = 0; Tried < times; round++)
        {
            var victim = victims[chance.Next(victims.Count)];
            var kind = DamageKinds.All[chance.Next(DamageKinds.All.Count)];
            if ((!victim.HoldsFailure && !kind.Contradicts) || kind.Apply(victim.Bytes, chance) is not { } damaged)
                continue;
            Tried++;
            var path = folder.Write($"results/victim{Path.GetExtension(victim.Name)}", "");
            File.WriteAllBytes(path, damaged);
            if (Analyse(folder.Path).Decision == Decision.Go)
                FalseGos.Add(new FalseGo(victim.Name, kind.Name, round));
            else
                NotGo++;
            File.Delete(path);
        }
    }

    private static ResultFile? Read(string name, byte[] bytes) => ResultFormats.Read(new MemoryStream(bytes), $"results/{Path.GetFileName(name)}", "victim");

    private static Report Analyse(string path)
    {
        var folder = new RunFolder(path);
        var incident = new IncidentFolder(folder, ProgramVocabulary.Settings, new Silent()).Read(null);
        using var evidence = new FolderEvidence(folder);
        return Analyst.Analyse(incident, evidence);
    }

    private sealed class Silent : IProgress<string>
    {
        public void Report(string value) { }
    }
}
